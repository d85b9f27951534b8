package io.signalbox.gateway.runner;

import io.signalbox.model.id.RunnerId;
import java.util.Collection;
import java.util.Map;

/** What the scheduler says of runners: {@code online}, {@code unreachable} or {@code gone}. Blocks for a round trip. */
@FunctionalInterface
public interface RunnerStates {

    /** The state of each of these that it has said something of. */
    Map<RunnerId, String> of(Collection<RunnerId> runners);
}
