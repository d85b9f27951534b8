package io.signalbox.scheduler.core.explain;

import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Runner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A waiting task and the runners around it at one moment: a copy, that can be looked at while everything else goes on.
 *
 * @param demand what the task wants
 * @param notBefore when it may start at the earliest; absent: it may
 * @param held limits that hold it back, whatever the runners do
 * @param before how many that want the same run before it
 * @param runners every runner that is known
 */
public record Situation(
        Demand demand, @Nullable Instant notBefore, List<Held> held, int before, List<RunnerView> runners) {
    public Situation {
        held = List.copyOf(held);
        runners = List.copyOf(runners);
    }

    /**
     * A limit that is reached.
     *
     * @param code stable, for programs
     * @param detail for people
     * @param change what would let the task go
     */
    public record Held(String code, String detail, String change) {}

    /**
     * One runner at that moment.
     *
     * @param profile what it is
     * @param availability whether it takes tasks
     * @param contact whether it could be given a task just now
     */
    public record RunnerView(Runner.Profile profile, Availability availability, Contact contact) {}

    /** Whether a runner could be given a task just now. */
    public enum Contact {
        HEARD,
        /** It has been silent for too long. */
        SILENT,
        /** The gateway that holds it has not answered this scheduler yet. */
        GATEWAY_UNKNOWN,
        /** As many attempts are live in its pool as may be. */
        POOL_FULL
    }
}
