package io.signalbox.gateway.task;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as it stands in the store.
 *
 * @param id its id
 * @param project whose it is
 * @param name for people
 * @param state where it stands
 * @param reason why it ended, where the state alone does not say it
 * @param pool the one that was asked for, or else that of the runner that has it
 * @param attempts all of them, the live one last
 * @param exitCode of the last attempt
 * @param times when what happened to it
 * @param retryOf the task that it repeats
 * @param bodyHash of its submission
 * @param spec its specification as JSON text; empty where it was not asked for
 */
public record StoredTask(
        TaskId id,
        ProjectName project,
        @Nullable String name,
        TaskState state,
        @Nullable Reason reason,
        @Nullable PoolName pool,
        List<StoredAttempt> attempts,
        @Nullable Integer exitCode,
        Times times,
        @Nullable TaskId retryOf,
        String bodyHash,
        String spec) {
    public StoredTask {
        attempts = List.copyOf(attempts);
    }

    /** When what happened to it; what did not happen yet is absent. */
    public record Times(
            Instant createdAt,
            @Nullable Instant cancelRequestedAt,
            @Nullable Instant assignedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant logPurgedAt) {

        /** When what happened to it while it was there as a whole. */
        public Times(
                Instant createdAt,
                @Nullable Instant cancelRequestedAt,
                @Nullable Instant assignedAt,
                @Nullable Instant startedAt,
                @Nullable Instant finishedAt) {
            this(createdAt, cancelRequestedAt, assignedAt, startedAt, finishedAt, null);
        }
    }

    /** The same with a cancel wish of {@code at}, unless it shows one already. */
    public StoredTask cancelRequested(Instant at) {
        if (times.cancelRequestedAt() != null) {
            return this;
        }
        Times wished = new Times(
                times.createdAt(), at, times.assignedAt(), times.startedAt(), times.finishedAt(), times.logPurgedAt());
        return new StoredTask(
                id, project, name, state, reason, pool, attempts, exitCode, wished, retryOf, bodyHash, spec);
    }
}
