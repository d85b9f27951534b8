package io.signalbox.gateway.relay.session;

import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.relay.finish.AttemptEnd;
import java.util.Optional;

/**
 * A sync with the way to answer it.
 *
 * @param sync what the slot said
 * @param end the end that it reports
 * @param exchange the way back
 */
public record SyncCall(SlotSync sync, Optional<AttemptEnd> end, Exchange exchange) {}
