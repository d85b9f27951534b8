package io.signalbox.runner.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.runner.adapter.http.RelayServer;
import io.signalbox.runner.adapter.http.RelayServer.Pushed;
import io.signalbox.runner.execution.Jobs;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A relay that does everything right: it gives each attempt until the journal names it, and keeps logs by position (C2, C20). */
final class RelayBook {
    final List<SyncRequest> syncs = new CopyOnWriteArrayList<>();
    final Map<AttemptId, FinishedAttempt> ends = new ConcurrentHashMap<>();
    /** What a log push contradicted or left out. */
    final List<String> faults = new CopyOnWriteArrayList<>();

    private final Map<AttemptId, JobPayload> open = new LinkedHashMap<>();
    private final Map<AttemptId, Integer> placed = new LinkedHashMap<>();
    private final Map<String, List<String>> logs = new LinkedHashMap<>();

    RelayBook(RelayServer relay) {
        relay.onSync = request -> Optional.of(answer(request));
        relay.onPush = this::append;
    }

    static AttemptId attempt(int number) {
        return new AttemptId("0198c5f0-8b1e-8c3a-9f00-%012d".formatted(number));
    }

    static JobPayload job(AttemptId attempt, String... commands) {
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
                Duration.ofMinutes(1),
                Duration.ofMillis(500),
                null,
                false,
                null,
                null);
    }

    static SyncResponse run(JobPayload job) {
        return new SyncResponse(SyncAction.RUN_JOB, job.jobId(), null, 0, job, null);
    }

    synchronized void give(JobPayload job) {
        open.put(job.jobId(), job);
    }

    synchronized SyncResponse answer(SyncRequest request) {
        syncs.add(request);
        if (request.state() == AgentState.FINISHED_JOB) {
            end(new AttemptId(requireNonNull(request.jobId())), requireNonNull(request.finished()));
            return SyncResponse.of(SyncAction.WAIT_FOR_JOBS);
        }
        List<AttemptId> journal = requireNonNull(request.journal());
        if (request.state() != AgentState.WAITING_FOR_JOBS) {
            return pause();
        }
        int slot = requireNonNull(request.slot());
        return open.entrySet().stream()
                .filter(entry -> !journal.contains(entry.getKey()))
                .filter(entry -> placed.computeIfAbsent(entry.getKey(), _ -> slot) == slot)
                .findFirst()
                .map(entry -> run(entry.getValue()))
                .orElseGet(RelayBook::pause);
    }

    private static SyncResponse pause() {
        return new SyncResponse(SyncAction.CONTINUE, null, null, 100, null, null);
    }

    private void end(AttemptId attempt, FinishedAttempt finished) {
        open.remove(attempt);
        append(new Pushed("/api/v1/logs/" + attempt, finished.startFrom(), finished.events()));
        if (ends.putIfAbsent(attempt, finished) == null && log(attempt).size() != finished.logEnd()) {
            faults.add(attempt + " ended at " + finished.logEnd() + " with a log of "
                    + log(attempt).size());
        }
    }

    private synchronized void append(Pushed pushed) {
        List<String> log = logs.computeIfAbsent(pushed.path(), _ -> new ArrayList<>());
        long at = pushed.startFrom();
        for (String line : pushed.lines()) {
            if (at > log.size()) {
                faults.add("a gap before " + at + " in " + pushed.path());
                return;
            }
            if (at < log.size() && !log.get((int) at).equals(line)) {
                faults.add("a contradiction at " + at + " in " + pushed.path());
            }
            if (at == log.size()) {
                log.add(line);
            }
            at++;
        }
    }

    synchronized List<String> log(AttemptId attempt) {
        return List.copyOf(logs.getOrDefault("/api/v1/logs/" + attempt, List.of()));
    }

    /** The lines of an attempt's output that are numbers. */
    List<Integer> numbers(AttemptId attempt) {
        String output = log(attempt).stream()
                .filter(line -> line.contains("cmd_output"))
                .map(line -> line.replaceAll(".*\"output\":\"(.*?)\".*", "$1").replace("\\r", ""))
                .collect(Collectors.joining());
        return Stream.of(output.split("\\\\n", -1))
                .filter(it -> it.matches("\\d+"))
                .map(Integer::valueOf)
                .toList();
    }

    void isSound() {
        assertThat(faults).isEmpty();
    }
}
