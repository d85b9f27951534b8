package io.signalbox.gateway.relay.command;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;

/** Where relays tell that they live. Methods block for a round trip and throw the driver's exception when the store is away. */
public interface RelayRecords {

    /** Writes that a relay lives, and the highest epoch that it has seen. */
    void renew(RelayId relay, long renewal, Epoch epochSeen);

    /** The present epoch of the scheduler. */
    Epoch leadership();

    /** Removes the record of a relay that ends. */
    void remove(RelayId relay);
}
