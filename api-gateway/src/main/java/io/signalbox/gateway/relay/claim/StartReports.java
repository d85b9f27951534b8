package io.signalbox.gateway.relay.claim;

import java.util.concurrent.CompletableFuture;

/** The claims in {@code reports}. Thread-safe; never blocks the caller. */
public interface StartReports {

    /**
     * Inserts the claim {@code <attempt>:start}, or raises its sync number. Repeating it is harmless.
     *
     * @return whether it stands, never completed with an exception
     */
    CompletableFuture<Standing> claim(ClaimRequest request);

    /** Whether a claim stands. */
    enum Standing {
        STANDS,
        /** Withdrawn by the scheduler, or claimed for a newer sync. */
        REFUSED,
        /** The store did not say: it may stand (C23). */
        UNKNOWN
    }
}
