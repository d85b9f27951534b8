package io.signalbox.gateway.task;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt in an answer of the API; what the fields mean stands at {@link StoredAttempt}.
 *
 * @param logComplete whether its log is sealed and nothing of it is missing
 */
public record AttemptView(
        AttemptId id,
        int number,
        TaskView.Runner runner,
        TaskState state,
        @Nullable Reason reason,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Integer exitCode,
        boolean logComplete) {

    static AttemptView of(StoredAttempt attempt, boolean logComplete) {
        return new AttemptView(
                attempt.id(),
                attempt.number(),
                new TaskView.Runner(attempt.runner(), attempt.runnerName()),
                attempt.state(),
                attempt.reason(),
                attempt.startedAt(),
                attempt.finishedAt(),
                attempt.exitCode(),
                logComplete);
    }
}
