package io.signalbox.cli.api;

import java.time.Duration;

/**
 * How long to go on trying.
 *
 * @param absence with a gateway that is not there
 * @param overload with one that says that it is too busy
 */
public record Persistence(Duration absence, Duration overload) {
    /** For a command that is done in one call: whoever typed it is waiting. */
    static final Persistence BRIEF = new Persistence(Duration.ZERO, Duration.ofSeconds(30));
    /** For a command that follows something: a gateway may be restarted meanwhile. */
    static final Persistence LONG = new Persistence(Duration.ofMinutes(10), Duration.ofMinutes(10));
    /** A connection that breaks is no absence: the same call may work on another one. */
    static final Duration BREAK = Duration.ofSeconds(3);
}
