package io.signalbox.gateway.relay.claim;

import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.SlotRef;
import java.time.Duration;

/**
 * The wish to start an attempt on a slot.
 *
 * @param what the attempt
 * @param slot where
 * @param generation of the slot's runner now
 * @param sync for which sync; the claim carries the highest one for which the attempt was given
 * @param patience how long that sync may be held
 */
public record ClaimRequest(Assignment what, SlotRef slot, Generation generation, long sync, Duration patience) {}
