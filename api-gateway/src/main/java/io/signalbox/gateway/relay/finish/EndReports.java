package io.signalbox.gateway.relay.finish;

import java.util.concurrent.CompletableFuture;

/** The ends in {@code reports}. Thread-safe; never blocks the caller. */
public interface EndReports {

    /**
     * Appends a report; a repeat changes nothing.
     *
     * @return whether it is stored, never completed with an exception
     */
    CompletableFuture<Boolean> append(EndReport report);
}
