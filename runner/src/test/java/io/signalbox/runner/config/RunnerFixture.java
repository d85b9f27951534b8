package io.signalbox.runner.config;

import static java.util.Objects.requireNonNull;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.runner.adapter.http.RelayServer;
import io.signalbox.runner.execution.Jobs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A relay with one job to give, and runners as processes of their own. */
final class RunnerFixture {
    final List<SyncRequest> syncs = new CopyOnWriteArrayList<>();
    final List<End> finished = new CopyOnWriteArrayList<>();
    volatile Function<SyncRequest, SyncResponse> whileRunning = request -> SyncResponse.of(SyncAction.CONTINUE);

    private final Path folder;
    private final RelayServer relay;
    private final AtomicReference<Optional<JobPayload>> job = new AtomicReference<>(Optional.empty());

    /** An end as it was told first. */
    record End(List<AttemptId> journal, FinishedAttempt finished) {}

    RunnerFixture(Path folder, RelayServer relay) {
        this.folder = folder;
        this.relay = relay;
        relay.onSync = request -> isCut ? Optional.empty() : Optional.of(answer(request));
    }

    private SyncResponse answer(SyncRequest request) {
        syncs.add(request);
        if (request.state() == AgentState.FINISHED_JOB) {
            finished.add(new End(List.copyOf(requireNonNull(request.journal())), requireNonNull(request.finished())));
            return SyncResponse.of(SyncAction.WAIT_FOR_JOBS);
        }
        if (request.state() != AgentState.WAITING_FOR_JOBS) {
            return whileRunning.apply(request);
        }
        return job.getAndSet(Optional.empty())
                .map(next -> new SyncResponse(SyncAction.RUN_JOB, next.jobId(), null, 0, next, null))
                .orElseGet(() -> new SyncResponse(SyncAction.CONTINUE, null, null, 200, null, null));
    }

    volatile @Nullable Duration killAfter;
    volatile boolean isCut;

    void give(String... commands) {
        give(Duration.ofMinutes(1), commands);
    }

    void give(Duration timeout, String... commands) {
        job.set(Optional.of(payload(Jobs.ATTEMPT, timeout, commands)));
    }

    private JobPayload payload(AttemptId attempt, Duration timeout, String... commands) {
        var logger = new JobPayload.LogTarget("push", URI.create("https://elsewhere/api/v1/logs/" + attempt), "access");
        return new JobPayload(
                attempt,
                null,
                "shell",
                Jobs.directives(commands),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                logger,
                null,
                null,
                timeout,
                Duration.ofMillis(500),
                killAfter,
                false,
                null,
                null);
    }

    /** The whole log as it arrived, by pushes and with the end. */
    String log() {
        var lines = new ArrayList<String>();
        relay.pushes.forEach(
                push -> push.substring(push.indexOf(' ') + 1).lines().forEach(lines::add));
        finished.stream().limit(1).forEach(end -> {
            while (lines.size() > end.finished().startFrom()) {
                lines.removeLast();
            }
            lines.addAll(end.finished().events());
        });
        return String.join("\n", lines);
    }

    Process start(String... more) throws IOException {
        return startWith(List.of(), more);
    }

    /** The same in a JVM with these options. */
    Process startWith(List<String> jvm, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(jvm);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.signalbox.runner.config.RunnerMain",
                "start",
                "--ca",
                folder.resolve("relay.pem").toString(),
                "--home",
                folder.resolve("home").toString()));
        command.addAll(List.of(more));
        if (!command.contains("--url")) {
            command.addAll(List.of("--url", relay.address().toString()));
        }
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("runner.log").toFile()));
        builder.environment().put("SIGNALBOX_RUNNER_REGISTRATION_TOKEN", "registration");
        return builder.start();
    }

    String runnerLog() throws IOException {
        return Files.readString(folder.resolve("runner.log"));
    }
}
