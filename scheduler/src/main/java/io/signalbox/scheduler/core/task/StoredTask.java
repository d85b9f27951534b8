package io.signalbox.scheduler.core.task;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskTerms;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
 * @param failedStarts names of the runners that could not start it, once for each time
 * @param reported those of its ended attempts that ended as their runners had reported
 * @param loss its last attempt, if that was lost without a word of its runner; absent: it was not, or there was none
 */
public record StoredTask(
        TaskId id,
        long version,
        TaskTerms terms,
        TaskStatus status,
        Fence fence,
        int tries,
        int losses,
        @Nullable Instant cancelRequestedAt,
        List<String> failedStarts,
        Set<AttemptId> reported,
        @Nullable Loss loss) {
    public StoredTask {
        failedStarts = List.copyOf(failedStarts);
        reported = Set.copyOf(reported);
    }

    /** A task that every runner could start. */
    public StoredTask(
            TaskId id,
            long version,
            TaskTerms terms,
            TaskStatus status,
            Fence fence,
            int tries,
            int losses,
            @Nullable Instant cancelRequestedAt) {
        this(id, version, terms, status, fence, tries, losses, cancelRequestedAt, List.of(), Set.of(), null);
    }

    /**
     * An attempt that was lost.
     *
     * @param attempt which
     * @param at when that was decided
     */
    public record Loss(Attempt attempt, Instant at) {}

    /** The same with a version that is one higher (C15). */
    public StoredTask raised() {
        return new StoredTask(
                id, version + 1, terms, status, fence, tries, losses, cancelRequestedAt, failedStarts, reported, loss);
    }

    /** A task that was just inserted. */
    public static StoredTask inserted(TaskId id, TaskTerms terms) {
        return new StoredTask(id, 0, terms, TaskStatus.Queued.AT_ONCE, new Fence(0), 0, 0, null);
    }
}
