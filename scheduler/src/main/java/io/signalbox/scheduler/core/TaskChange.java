package io.signalbox.scheduler.core;

import io.signalbox.model.id.Fence;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.task.EndedAttempt;
import io.signalbox.scheduler.core.task.TaskEvent;
import io.signalbox.scheduler.core.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One guarded write of a task (C16): everything that became of it in a batch, in one.
 * It sets the state, raises the version by one, appends to history and outbox.
 *
 * @param task which
 * @param expectedVersion the write misses when the document has another one
 * @param status the new state with its data; what is not in it is removed from the document
 * @param fence the new fence; it grows in the write that ends an attempt (C18)
 * @param cancelRequestedAt when the scheduler first saw the wish to cancel
 * @param ended attempts to append to the history
 * @param events to append to the outbox (C19)
 * @param consumed reports that may be removed once this is stored (C18)
 * @param effects to perform once this is stored, and never if it missed
 */
public record TaskChange(
        TaskId task,
        long expectedVersion,
        TaskStatus status,
        Fence fence,
        @Nullable Instant cancelRequestedAt,
        List<EndedAttempt> ended,
        List<TaskEvent> events,
        List<ReportId> consumed,
        List<Effect> effects) {
    public TaskChange {
        ended = List.copyOf(ended);
        events = List.copyOf(events);
        consumed = List.copyOf(consumed);
        effects = List.copyOf(effects);
    }

    /** The version after it. */
    public long version() {
        return expectedVersion + 1;
    }
}
