package io.signalbox.gateway.relay.claim;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.JobPayload.Directive;
import io.signalbox.model.relay.JobPayload.EnvVar;
import io.signalbox.model.relay.JobPayload.InjectedFile;
import io.signalbox.model.relay.JobPayload.LogTarget;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.spec.Command;
import io.signalbox.model.spec.Executor;
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
import tools.jackson.databind.json.JsonMapper;

/** Makes of a claimed attempt what its runner is to run. Thread-safe. */
public final class JobPayloads {
    private static final String SHELL = "shell";
    /** An official agent takes this status for a stop by the job itself. */
    private static final Directive STOP = new Directive("return 130", "Stopped before it began");

    private final JsonMapper mapper;
    private final Supplier<URI> publicUrl;

    /**
     * @param mapper reads the stored specification
     * @param publicUrl where runners reach this installation
     */
    public JobPayloads(JsonMapper mapper, Supplier<URI> publicUrl) {
        this.mapper = mapper;
        this.publicUrl = publicUrl;
    }

    /** The payload of {@code task} for the runner that called with {@code token}; its log is pushed with the same token. */
    public JobPayload of(AssignedTask task, String token) {
        TaskSpec spec = mapper.readValue(task.spec(), TaskSpec.class);
        LiveAttempt attempt = task.attempt();
        return new JobPayload(
                attempt.id(),
                spec.name(),
                SHELL,
                directives(Stream.concat(spec.prologue().stream(), spec.commands().stream())),
                directives(spec.epilogue().always().stream()),
                directives(spec.epilogue().onPass().stream()),
                directives(spec.epilogue().onFail().stream()),
                environment(task, spec),
                spec.files().stream()
                        .map(file -> new InjectedFile(file.path(), file.content(), file.mode()))
                        .toList(),
                target(attempt.id(), token),
                attempt.task(),
                attempt.fence(),
                spec.timeout(),
                spec.stopGrace(),
                null,
                spec.executor() instanceof Executor.Shell shell && shell.tty(),
                null,
                null);
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

    private LogTarget target(AttemptId attempt, String token) {
        return new LogTarget("push", publicUrl.get().resolve(RelayPaths.LOGS + "/" + attempt), token);
    }

    private static List<Directive> directives(Stream<Command> commands) {
        return commands.map(command -> new Directive(command.run(), command.alias()))
                .toList();
    }

    /** What every task can rely on, then the user's own, which wins. */
    private static List<EnvVar> environment(AssignedTask task, TaskSpec spec) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("CI", "true");
        values.put("SIGNALBOX", "true");
        values.put("SIGNALBOX_TASK_ID", task.attempt().task().value());
        values.put("SIGNALBOX_ATTEMPT", Integer.toString(task.attempt().number()));
        values.put("SIGNALBOX_PROJECT", task.project().value());
        values.putAll(spec.env());
        List<EnvVar> variables = new ArrayList<>(values.size());
        values.forEach((name, value) -> variables.add(
                new EnvVar(name, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)))));
        return variables;
    }
}
