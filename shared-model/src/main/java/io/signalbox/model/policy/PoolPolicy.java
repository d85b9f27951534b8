package io.signalbox.model.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a pool is used and how large it should be.
 *
 * @param strategy which of its runners gets a task that fits several
 * @param cap how many attempts may be live in it at once; absent: as many as it has slots
 * @param pickupTarget how long a task should wait for a slot at most; the wanted slots follow from it
 * @param minimumSize slots that it should have at least
 * @param maximumSize slots that it should have at most; absent: no limit
 */
public record PoolPolicy(
        Strategy strategy,
        @Nullable Integer cap,
        Duration pickupTarget,
        int minimumSize,
        @Nullable Integer maximumSize) {
    /** What holds for a pool of which nothing was said. */
    public static final PoolPolicy DEFAULT = new PoolPolicy(Strategy.SPREAD, null, Duration.ofSeconds(30), 0, null);
}
