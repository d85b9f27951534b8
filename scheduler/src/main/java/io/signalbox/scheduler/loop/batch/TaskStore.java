package io.signalbox.scheduler.loop.batch;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.task.StoredTask;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks. Each method blocks; those that read throw when the store does not answer. All reads are from the primary. */
public interface TaskStore {

    /**
     * Writes the changes of one batch, each provided that its document has the expected version. Called by the loop alone.
     *
     * @return what became of each, in their order
     */
    List<ChangeOutcome> commit(CommitMark mark, List<TaskChange> changes);

    /**
     * Raises the version of each by one and changes nothing else, so that a late write of an older leader misses (C15). Called by the
     * take-over.
     *
     * @return what became of each, in their order
     */
    List<ChangeOutcome> raise(CommitMark mark, List<StoredTask> tasks);

    /** These tasks, as far as they are there. */
    List<StoredTask> read(Collection<TaskId> tasks);

    /**
     * A page of tasks, by their ids.
     *
     * @param which of them
     * @param after the last id of the page before; absent: the first page
     * @param limit how many at most; fewer mean that there are no more
     */
    List<StoredTask> open(Which which, @Nullable TaskId after, int limit);

    /**
     * A page of the tasks that ended as lost at that moment or later: a process of theirs may still run (C9).
     *
     * @param since the moment
     * @param after the last id of the page before; absent: the first page
     * @param limit how many at most; fewer mean that there are no more
     */
    List<StoredTask> lost(Instant since, @Nullable TaskId after, int limit);

    /** How long those took that ran to their end last, the newest of them at the end; at most so many. */
    List<Took> ended(int limit);

    /** Which of the tasks. */
    enum Which {
        LIVE,
        WAITING
    }
}
