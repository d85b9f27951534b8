package io.signalbox.gateway.relay.claim;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.JobPayload.Compose;
import io.signalbox.model.relay.JobPayload.Container;
import io.signalbox.model.relay.JobPayload.Directive;
import io.signalbox.model.relay.JobPayload.EnvVar;
import io.signalbox.model.relay.JobPayload.InjectedFile;
import io.signalbox.model.relay.JobPayload.LogTarget;
import io.signalbox.model.relay.JobPayload.Service;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.spec.Command;
import io.signalbox.model.spec.Executor;
import io.signalbox.model.spec.SentFolder;
import io.signalbox.model.spec.TaskSpec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of a claimed attempt what its runner is to run. Thread-safe. */
public final class JobPayloads {
    private static final String SHELL = "shell";
    private static final String DOCKER = "docker";
    private static final String COMPOSE = "dockercompose";
    /** An official agent takes this status for a stop by the job itself. */
    private static final Directive STOP = new Directive("return 130", "Stopped before it began");

    private final Supplier<URI> publicUrl;

    /** Makes payloads for runners that reach this installation at {@code publicUrl}. */
    public JobPayloads(Supplier<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The payload of {@code job} for the runner that called with {@code token}; its log is pushed with the same token. */
    public JobPayload of(ClaimedJob job, String token) {
        SentFolder folder = job.spec().folder();
        return withoutFolder(job, token).with(folder == null ? null : folder.manifest());
    }

    private JobPayload withoutFolder(ClaimedJob job, String token) {
        TaskSpec spec = job.spec();
        LiveAttempt attempt = job.attempt();
        return new JobPayload(
                attempt.id(),
                spec.name(),
                executor(spec),
                commands(job),
                directives(spec.epilogue().always().stream()),
                directives(spec.epilogue().onPass().stream()),
                directives(spec.epilogue().onFail().stream()),
                environment(job),
                spec.files().stream()
                        .map(file -> new InjectedFile(file.path(), file.content(), file.mode()))
                        .toList(),
                target(attempt.id(), token),
                attempt.task(),
                attempt.fence(),
                spec.timeout(),
                spec.stopGrace(),
                job.selfKill().map(SelfKill::after).orElse(null),
                spec.executor() instanceof Executor.Shell shell && shell.tty(),
                container(spec),
                job.secrets().isEmpty()
                        ? null
                        : job.secrets().values().stream()
                                .map(JobPayloads::base64)
                                .toList());
    }

    /** The same for an official agent, in the words of its own executors. */
    public JobPayload official(ClaimedJob job, String token) {
        JobPayload payload = of(job, token);
        return switch (job.spec().executor()) {
            case Executor.Shell _ -> payload.official(SHELL, null);
            case Executor.Docker docker ->
                payload.official(COMPOSE, new Compose(List.of(new Service("main", docker.image()))));
        };
    }

    /** For an attempt that is outlived: nothing to run and nothing to know (C3). */
    public JobPayload empty(AttemptId attempt, String token) {
        return bare(attempt, token, List.of());
    }

    /** For an official agent's attempt that must end before it began: it ends as stopped, where an empty one would pass. */
    public JobPayload stopped(AttemptId attempt, String token) {
        return bare(attempt, token, List.of(STOP));
    }

    private JobPayload bare(AttemptId attempt, String token, List<Directive> commands) {
        return new JobPayload(
                attempt,
                null,
                SHELL,
                commands,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                target(attempt, token),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String executor(TaskSpec spec) {
        return switch (spec.executor()) {
            case Executor.Shell _ -> SHELL;
            case Executor.Docker _ -> DOCKER;
        };
    }

    private static @Nullable Container container(TaskSpec spec) {
        return switch (spec.executor()) {
            case Executor.Shell _ -> null;
            case Executor.Docker docker -> new Container(docker.image(), docker.pull());
        };
    }

    private LogTarget target(AttemptId attempt, String token) {
        return new LogTarget("push", publicUrl.get().resolve(RelayPaths.LOGS + "/" + attempt), token);
    }

    private static List<Directive> directives(Stream<Command> commands) {
        return commands.map(command -> new Directive(command.run(), command.alias()))
                .toList();
    }

    private static String base64(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    /** What was removed after the submission cannot be had: the attempt says so and fails. */
    private static List<Directive> commands(ClaimedJob job) {
        return job.missing()
                .map(name -> List.of(new Directive(
                        "echo 'The secret " + name + " does not exist any more' >&2; false", "Resolving secrets")))
                .orElseGet(() ->
                        directives(Stream.concat(job.spec().prologue().stream(), job.spec().commands().stream())));
    }

    /** What every task can rely on, then the user's own, then the secrets, which win. */
    private static List<EnvVar> environment(ClaimedJob job) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("CI", "true");
        values.put("SIGNALBOX", "true");
        values.put("SIGNALBOX_TASK_ID", job.attempt().task().value());
        values.put("SIGNALBOX_ATTEMPT", Integer.toString(job.attempt().number()));
        values.put("SIGNALBOX_PROJECT", job.spec().project().value());
        values.putAll(job.spec().env());
        values.putAll(job.secrets());
        List<EnvVar> variables = new ArrayList<>(values.size());
        values.forEach((name, value) -> variables.add(new EnvVar(name, base64(value))));
        return variables;
    }
}
