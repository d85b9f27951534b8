package io.signalbox.gateway.rate;

import java.time.Duration;

/**
 * A token bucket. A value: taking from it makes another one.
 *
 * @param left how many requests are in it
 * @param at when that was, in nanoseconds of the monotonic clock
 */
record Bucket(double left, long at) {

    /** What came of a request. */
    record Taken(Bucket bucket, boolean granted) {}

    static Bucket full(Allowance allowance, long now) {
        return new Bucket(allowance.burst(), now);
    }

    Bucket at(Allowance allowance, long now) {
        return new Bucket(Math.min(allowance.burst(), left + allowance.refilled(now - at)), now);
    }

    Taken take(Allowance allowance, long now) {
        Bucket filled = at(allowance, now);
        boolean granted = filled.left() >= 1;
        return new Taken(granted ? new Bucket(filled.left() - 1, now) : filled, granted);
    }

    /** Takes one though there may be none: of the debt a second's worth is remembered. */
    Bucket owe(Allowance allowance, long now) {
        return new Bucket(Math.max(at(allowance, now).left() - 1, -allowance.perSecond()), now);
    }

    boolean isFull(Allowance allowance, long now) {
        return at(allowance, now).left() >= allowance.burst();
    }

    /** How long until a request is granted. */
    Duration untilNext(Allowance allowance) {
        return left >= 1 ? Duration.ZERO : allowance.refill(1 - left);
    }

    /** How long until it is full. */
    Duration untilFull(Allowance allowance) {
        return allowance.refill(allowance.burst() - left);
    }
}
