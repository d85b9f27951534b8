package io.signalbox.gateway.relay.session;

import java.time.Duration;

/** Ends holds. Thread-safe. */
@FunctionalInterface
public interface HoldTimer {

    /**
     * Runs {@code ended} after {@code patience}, in a thread of the timer: it must be short.
     *
     * @return takes it back
     */
    Runnable after(Duration patience, Runnable ended);
}
