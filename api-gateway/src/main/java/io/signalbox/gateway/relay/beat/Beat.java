package io.signalbox.gateway.relay.beat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.SlotRef;
import java.time.Duration;
import java.util.Optional;

/**
 * A sign of life of a slot.
 *
 * @param slot whose
 * @param generation of its runner
 * @param sync number of the sync; the store never goes back behind it
 * @param attempt what it names, and renews; nothing: the slot is idle
 * @param patience how long the sync may be held, and with it the silence until the next one
 * @param place whether a beat of the same sync may stand already
 */
public record Beat(
        SlotRef slot, Generation generation, long sync, Optional<AttemptId> attempt, Duration patience, Place place) {

    /** A beat that may take the place of an idle one of the same sync, if it names an attempt. */
    public Beat(SlotRef slot, Generation generation, long sync, Optional<AttemptId> attempt, Duration patience) {
        this(slot, generation, sync, attempt, patience, attempt.isPresent() ? Place.SHARED : Place.ITS_OWN);
    }

    /** Whether a beat of the same sync may stand already. */
    public enum Place {
        /** It may: the sync is the same. */
        SHARED,
        /** It may not: the number would be somebody else's. */
        ITS_OWN
    }
}
