package io.signalbox.gateway.relay.claim;

import io.signalbox.model.id.SlotRef;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Reads from the primary what all gateways together know of a slot: for official agents, which do not number their syncs themselves (C5).
 * Thread-safe; never blocks the caller.
 */
@FunctionalInterface
public interface SlotRecords {

    /** Reads the record of a slot; completes with an exception when the store does not answer. */
    CompletableFuture<SlotRecord> of(SlotRef slot);

    /**
     * What the store knows of a slot.
     *
     * @param newest number of its newest sync at any gateway
     * @param live what lives on it
     * @param claimed whether that one's start is claimed
     */
    record SlotRecord(long newest, Optional<LiveAttempt> live, boolean claimed) {}
}
