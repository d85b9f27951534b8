package io.signalbox.scheduler.core.view;

import io.signalbox.scheduler.core.duration.Spread;
import io.signalbox.scheduler.core.match.Demand;

/**
 * Tasks that wait for the same with the same priority.
 *
 * @param demand what they want
 * @param priority theirs
 * @param tasks how many there are
 * @param ready how many of them no concurrency key holds back
 * @param oldest since when the oldest has been ready, in milliseconds
 * @param newest since when the newest has been ready, in milliseconds
 * @param usual how long such tasks take
 */
public record Group(Demand demand, int priority, int tasks, int ready, long oldest, long newest, Spread usual) {

    /** About how many of them have been ready for longer than since {@code moment}, as if they had come evenly. */
    public double olderThan(long moment) {
        if (moment >= newest) {
            return ready;
        }
        return moment <= oldest ? 0 : (double) ready * (moment - oldest) / (newest - oldest);
    }
}
