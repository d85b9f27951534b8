package io.signalbox.scheduler.loop.sweep;

import io.signalbox.model.id.RunnerId;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.runner.RunnerReading;
import java.util.Collection;
import java.util.List;

/** The documents of runners and relays, and what operators decided about pools and projects. Each method blocks, and throws when the store does not answer. All reads are from the primary. */
public interface FleetReader {

    /** Every relay. */
    List<RelayReading> relays();

    /** Every runner. */
    List<RunnerReading> runners();

    /** These runners, as far as they are there. */
    List<RunnerReading> runners(Collection<RunnerId> runners);

    /** Every project and pool of which something was said. */
    Policies policies();
}
