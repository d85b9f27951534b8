package io.signalbox.scheduler.core.decide;

import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.retry.AttemptEnd;
import io.signalbox.scheduler.core.task.Stop;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.TaskStatus.Assigned;
import io.signalbox.scheduler.core.task.TaskStatus.Queued;
import io.signalbox.scheduler.core.task.TaskStatus.Running;
import io.signalbox.scheduler.core.task.Trigger;
import io.signalbox.model.task.TaskState;
import org.jspecify.annotations.Nullable;

/** Somebody wants a task to end: at once while it waits, by a withdrawal or a stop while an attempt is live (C12). */
final class CancelTasks {
    private final Memory memory;
    private final AwaitSlots awaitSlots;

    CancelTasks(Memory memory, AwaitSlots awaitSlots) {
        this.memory = memory;
        this.awaitSlots = awaitSlots;
    }

    /** Whether that it must end is known already. */
    static boolean isWanted(TaskEntry task) {
        return task.live() != null && isCanceled(task.live().stop());
    }

    /** The wish is stored with the task. */
    void cancel(Batch batch, TaskEntry task) {
        task.wantCancel(batch.now().stamp());
        TaskStatus next = canceled(batch, task.status());
        batch.draft(task).move(Trigger.CANCEL, next, batch.now().stamp());
        LiveAttempt live = next instanceof TaskStatus.Live status
                ? memory.lives.get(status.attempt().id())
                : null;
        if (live == null) {
            awaitSlots.settle(batch, task);
        } else {
            memory.lives.lookAt(live, batch.now().monotonicMillis());
        }
    }

    private static TaskStatus canceled(Batch batch, TaskStatus status) {
        return switch (status) {
            case Queued queued ->
                new TaskStatus.Ended(
                        TaskState.CANCELED,
                        AttemptEnd.canceled(),
                        null,
                        batch.now().stamp());
            case Assigned assigned -> new Assigned(assigned.attempt(), stop(batch, assigned.stop()));
            case Running running -> new Running(running.attempt(), running.startedAt(), stop(batch, running.stop()));
            case TaskStatus.Ended ended -> ended;
        };
    }

    private static Stop stop(Batch batch, @Nullable Stop before) {
        return before == null ? Stop.cancel(batch.now().stamp()) : before.canceled();
    }

    private static boolean isCanceled(@Nullable Stop stop) {
        return stop != null && stop.isCancel();
    }
}
