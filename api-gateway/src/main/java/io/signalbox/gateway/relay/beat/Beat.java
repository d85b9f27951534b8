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
 */
public record Beat(SlotRef slot, Generation generation, long sync, Optional<AttemptId> attempt, Duration patience) {}
