package io.signalbox.scheduler.loop.leadership;

import java.time.Duration;

/**
 * The intervals of C14.
 *
 * @param renewEvery how often a leader renews
 * @param commitWithin how long after an acknowledged renewal was sent a leader may still commit
 * @param takeAfter how long the leader's renewals must stand still before another may take over
 */
public record LeadershipTimes(Duration renewEvery, Duration commitWithin, Duration takeAfter) {
    /** What the rule says. */
    public static final LeadershipTimes DEFAULT =
            new LeadershipTimes(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    public LeadershipTimes {
        if (renewEvery.compareTo(commitWithin) >= 0 || commitWithin.compareTo(takeAfter) >= 0) {
            throw new IllegalArgumentException(
                    "leadership times must grow from renewEvery over commitWithin to takeAfter, found " + renewEvery
                            + ", " + commitWithin + ", " + takeAfter);
        }
    }
}
