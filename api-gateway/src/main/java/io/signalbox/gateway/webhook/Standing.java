package io.signalbox.gateway.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with a receiver.
 *
 * @param failingSince since when nothing was delivered that was tried; empty: the last try succeeded, or there was none
 * @param deliveredAt when something was delivered last
 * @param off that it is switched off, if it is
 */
public record Standing(Optional<Instant> failingSince, Optional<Instant> deliveredAt, Optional<SwitchedOff> off) {
    /** Of a new webhook. */
    public static final Standing FRESH = new Standing(Optional.empty(), Optional.empty(), Optional.empty());
}
