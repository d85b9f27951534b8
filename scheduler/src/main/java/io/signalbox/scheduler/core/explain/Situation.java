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
 * @param before how many that want the same run before it
 * @param runners every runner that is known
 */
public record Situation(Demand demand, @Nullable Instant notBefore, int before, List<RunnerView> runners) {
    public Situation {
        runners = List.copyOf(runners);
    }

    /**
     * One runner at that moment.
     *
     * @param profile what it is
     * @param availability whether it takes tasks
     * @param contact whether it is heard of
     */
    public record RunnerView(Runner.Profile profile, Availability availability, Contact contact) {}

    /** Whether a runner is heard of. */
    public enum Contact {
        HEARD,
        /** It has been silent for too long. */
        SILENT,
        /** The gateway that holds it has not answered this scheduler yet. */
        GATEWAY_UNKNOWN
    }
}
