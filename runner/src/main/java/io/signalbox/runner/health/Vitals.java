package io.signalbox.runner.health;

import io.signalbox.model.relay.HealthSample;
import java.time.Instant;

/** Asks the machine how it is. Called by one thread, off the way of tasks; may block for a moment. */
@FunctionalInterface
public interface Vitals {
    /** Takes a sample; what cannot be told is 0. */
    HealthSample take(Instant now);
}
