package io.signalbox.gateway.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task in an answer of the API; what the fields mean stands at {@link StoredTask}.
 *
 * @param attempt number of the newest attempt, 0 before the first
 * @param runner of the newest attempt
 * @param spec its specification; absent in lists
 * @param logPurgedAt since when there is no log of it any more; absent while there is
 * @param links where more about it is
 */
public record TaskView(
        TaskId id,
        ProjectName project,
        @Nullable String name,
        TaskState state,
        @Nullable Reason reason,
        int attempt,
        @Nullable PoolName pool,
        @Nullable Runner runner,
        @Nullable Integer exitCode,
        @Nullable Instant cancelRequestedAt,
        Instant createdAt,
        @Nullable Instant assignedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant logPurgedAt,
        @Nullable TaskId retryOf,

        @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String spec,

        List<AttemptView> attempts,
        Links links) {

    /** A runner, by id and name. */
    public record Runner(RunnerId id, String name) {}

    /** Addresses of what belongs to the task. */
    public record Links(String log, String timeline, String explain) {
        static Links of(TaskId task) {
            String base = TaskPaths.of(task);
            return new Links(base + "/log", base + "/timeline", base + "/explain");
        }
    }

    /** The view of {@code task}, in which the attempts in {@code complete} have their whole log. */
    public static TaskView of(StoredTask task, Set<String> complete) {
        StoredTask.Times times = task.times();
        StoredAttempt newest =
                task.attempts().isEmpty() ? null : task.attempts().getLast();
        return new TaskView(
                task.id(),
                task.project(),
                task.name(),
                task.state(),
                task.reason(),
                newest == null ? 0 : newest.number(),
                task.pool(),
                newest == null ? null : new Runner(newest.runner(), newest.runnerName()),
                task.exitCode(),
                times.cancelRequestedAt(),
                times.createdAt(),
                times.assignedAt(),
                times.startedAt(),
                times.finishedAt(),
                times.logPurgedAt(),
                task.retryOf(),
                task.spec().isEmpty() ? null : task.spec(),
                task.attempts().stream()
                        .map(attempt -> AttemptView.of(
                                attempt, complete.contains(attempt.id().value())))
                        .toList(),
                Links.of(task.id()));
    }
}
