package io.signalbox.gateway.rate;

import java.time.Duration;

/**
 * How often one may ask.
 *
 * @param perSecond requests a second in the long run
 * @param burst how many at once after a pause
 */
public record Allowance(int perSecond, int burst) {

    /** How long it takes until this many more are there. */
    Duration refill(double missing) {
        return Duration.ofNanos(
                (long) Math.ceil(missing / perSecond * Duration.ofSeconds(1).toNanos()));
    }

    double refilled(long nanos) {
        return (double) nanos / Duration.ofSeconds(1).toNanos() * perSecond;
    }
}
