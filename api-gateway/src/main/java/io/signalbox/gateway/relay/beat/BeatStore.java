package io.signalbox.gateway.relay.beat;

import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import java.util.concurrent.CompletableFuture;

/** Stores beats. Thread-safe; never blocks the caller. */
public interface BeatStore {

    /**
     * Stores a beat, unless the store holds a newer sync of the slot or another generation of its runner. A beat that names an attempt
     * replaces an idle one of the same sync, never the other way round.
     *
     * @return what became of it, never completed with an exception
     */
    CompletableFuture<BeatOutcome> store(Beat beat);
}
