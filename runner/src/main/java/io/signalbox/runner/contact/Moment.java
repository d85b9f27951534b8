package io.signalbox.runner.contact;

import java.time.Duration;

/**
 * One moment by both clocks of this machine.
 *
 * @param up milliseconds since it was started, sleep included
 * @param wall milliseconds since 1970, as far as its clock is right
 */
public record Moment(long up, long wall) {
    /** From {@code earlier} to this one by the clock that went further: neither a pause nor a set clock makes it shorter. */
    public Duration since(Moment earlier) {
        return Duration.ofMillis(Math.max(up - earlier.up, wall - earlier.wall));
    }
}
