package io.signalbox.scheduler.loop.census;

import io.signalbox.model.task.TaskState;
import java.time.Instant;

/**
 * Tasks of one kind.
 *
 * @param state where they stand
 * @param pool which they ask for, or in which they run; {@code any} where none was asked for
 * @param count how many
 * @param oldest when the oldest was submitted
 */
public record CensusEntry(TaskState state, String pool, long count, Instant oldest) {
    /** The pool of tasks that ask for none. */
    public static final String ANY_POOL = "any";
}
