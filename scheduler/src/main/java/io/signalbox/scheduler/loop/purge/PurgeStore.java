package io.signalbox.scheduler.loop.purge;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.retention.FinishedTask;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finished tasks, and the wishes that gateways remove their logs. Called by {@link PurgeTasks} alone; each method blocks, and throws
 * when the store does not answer or the outcome is unknown: all may be repeated. All reads are from the primary.
 */
public interface PurgeStore {

    /**
     * A page of the tasks that had ended by then and whose outboxes are empty, in the order in which they were submitted.
     *
     * @param after the place behind the page before; absent: the first page
     * @param latest when they ended at the latest
     * @param limit how many are looked at
     */
    Page finished(@Nullable Place after, Instant latest, int limit);

    /** Wishes that the logs of these be removed; no gateway does so before the task says it too, by {@link #mark}. */
    void want(List<FinishedTask> tasks);

    /** Writes into these that there is no log of them any more; one that is not what it was is passed over. */
    void mark(List<FinishedTask> tasks, Instant at);

    /** Those of these tasks whose logs a gateway has still to remove. */
    Set<TaskId> wanted(Collection<TaskId> tasks);

    /**
     * Removes these; one that is not what it was, or is not marked, is passed over.
     *
     * @return how many were there
     */
    int remove(Collection<FinishedTask> tasks);

    /**
     * Behind a task in the order in which tasks were submitted.
     *
     * @param createdAt when it was
     * @param id its id
     */
    record Place(Instant createdAt, String id) {}

    /**
     * What was found.
     *
     * @param tasks it
     * @param next where to look on; absent: nothing follows
     */
    record Page(List<FinishedTask> tasks, @Nullable Place next) {
        public Page {
            tasks = List.copyOf(tasks);
        }
    }
}
