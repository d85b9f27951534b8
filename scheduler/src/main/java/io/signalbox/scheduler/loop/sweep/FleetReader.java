package io.signalbox.scheduler.loop.sweep;

import io.signalbox.model.id.RunnerId;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.runner.RunnerReading;
import java.util.Collection;
import java.util.List;

/** The documents of runners and relays. Each method blocks, and throws when the store does not answer. All reads are from the primary. */
public interface FleetReader {

    /** Every relay. */
    List<RelayReading> relays();

    /** Every runner. */
    List<RunnerReading> runners();

    /** These runners, as far as they are there. */
    List<RunnerReading> runners(Collection<RunnerId> runners);
}
