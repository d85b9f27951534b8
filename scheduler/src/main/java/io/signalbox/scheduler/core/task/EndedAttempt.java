package io.signalbox.scheduler.core.task;

import io.signalbox.model.task.Reason;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that started and ended: an entry of the task's history. One that never started leaves none.
 *
 * @param attempt what it was
 * @param startedAt when its start became known
 * @param finishedAt when its end became known
 * @param state how it ended: a terminal state, whatever became of the task
 * @param reason why, where the state alone does not say it
 * @param exitCode of its last command, if one ran
 * @param reported whether its runner said so; else nobody did, and what it may still say is too late
 */
public record EndedAttempt(
        Attempt attempt,
        Instant startedAt,
        Instant finishedAt,
        TaskState state,
        @Nullable Reason reason,
        @Nullable Integer exitCode,
        boolean reported) {}
