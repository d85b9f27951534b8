package io.signalbox.scheduler.core.runner;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;

/**
 * A relay's document as it was just read.
 *
 * @param relay its id
 * @param renewal counter that shows that it lives (C8)
 * @param epochSeen highest epoch that it has seen; it refuses lower ones (C15)
 */
public record RelayReading(RelayId relay, long renewal, Epoch epochSeen) {}
