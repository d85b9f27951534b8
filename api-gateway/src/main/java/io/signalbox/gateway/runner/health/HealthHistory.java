package io.signalbox.gateway.runner.health;

import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.HealthSample;
import java.util.List;

/** Keeps samples of runners' machines, for at most a day. Thread-safe. */
public interface HealthHistory {

    /** Keeps samples that a runner told; never blocks. What the store does not take is missing from the picture. */
    void keep(RunnerId runner, List<HealthSample> samples);

    /** What is kept of a runner, oldest first; blocks for a round trip. */
    List<HealthSample> of(RunnerId runner);
}
