package io.signalbox.scheduler.core.match;

import io.signalbox.model.task.TaskTerms;

/**
 * Tasks that wait for the same with the same priority, as a whole.
 *
 * @param demand what they want
 * @param priority theirs
 * @param terms of the one that goes next, or of any if none may go just now
 * @param tasks how many there are
 * @param ready how many of them no concurrency key holds back
 * @param oldest since when the oldest that may go has been ready, in milliseconds; the newest where none may go
 * @param newest since when the newest that may go has been ready, in milliseconds
 */
public record Waiting(Demand demand, int priority, TaskTerms terms, int tasks, int ready, long oldest, long newest) {

    /** About how many of them have been ready for longer than since {@code moment}, as if they had come evenly. */
    public double olderThan(long moment) {
        if (moment >= newest) {
            return ready;
        }
        return moment <= oldest ? 0 : (double) ready * (moment - oldest) / (newest - oldest);
    }
}
