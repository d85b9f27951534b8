package io.signalbox.gateway.relay.claim;

import io.signalbox.model.id.SlotRef;
import java.util.concurrent.CompletableFuture;

/**
 * Reads from the primary what all gateways together know of a slot: for official agents, which do not number their syncs themselves (C5).
 * Thread-safe; never blocks the caller.
 */
@FunctionalInterface
public interface SlotRecords {

    /** Reads the record of a slot; completes with an exception when the store does not answer. */
    CompletableFuture<SlotRecord> of(SlotRef slot);
}
