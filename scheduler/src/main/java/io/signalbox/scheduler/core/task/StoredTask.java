package io.signalbox.scheduler.core.task;

import io.signalbox.model.id.Fence;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task's document as it was just read from the primary.
 *
 * @param id its id
 * @param version that guards the next write
 * @param terms on which it may run
 * @param status where it stands
 * @param fence refuses what is outlived
 * @param tries attempts that started and ended
 * @param losses those of them that ended as lost
 * @param cancelRequestedAt when the scheduler first saw the wish to cancel it
 */
public record StoredTask(
        TaskId id,
        long version,
        TaskTerms terms,
        TaskStatus status,
        Fence fence,
        int tries,
        int losses,
        @Nullable Instant cancelRequestedAt) {

    /** A task that was just inserted. */
    public static StoredTask inserted(TaskId id, TaskTerms terms) {
        return new StoredTask(id, 0, terms, TaskStatus.Queued.AT_ONCE, new Fence(0), 0, 0, null);
    }
}
