package io.signalbox.scheduler.core.explain;

import io.signalbox.scheduler.core.explain.Obstacle.Found;
import io.signalbox.scheduler.core.explain.Obstacle.Room;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.view.RunnerView;
import io.signalbox.scheduler.core.view.Snapshot;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For each runner the first condition at which it fails; what is the same for all of a kind is looked at once for all of them. */
final class Findings {
    private static final Found SHUNNED =
            new Found(Obstacle.START_FAILED, "could not start the task twice and is not offered it again");

    private final Map<Found, List<RunnerView>> byFound = new LinkedHashMap<>();

    private Findings() {}

    /** What stands between a demand and each runner. */
    static Findings of(Demand demand, Snapshot snapshot) {
        Findings findings = new Findings();
        IdentityHashMap<Runner.Profile, Optional<List<RunnerView>>> lasting = new IdentityHashMap<>();
        for (RunnerView runner : snapshot.runners()) {
            lasting.computeIfAbsent(
                            runner.alike(),
                            kind -> Obstacle.lasting(demand, kind).map(findings::failing))
                    .orElseGet(() -> findings.failing(ofOne(demand, runner, snapshot)))
                    .add(runner);
        }
        return findings;
    }

    private List<RunnerView> failing(Found found) {
        return byFound.computeIfAbsent(found, it -> new ArrayList<>());
    }

    /** The runners by the condition at which they fail. */
    Map<Found, List<RunnerView>> all() {
        return byFound;
    }

    private static Found ofOne(Demand demand, RunnerView runner, Snapshot snapshot) {
        if (demand.shunned().contains(runner.profile().name())) {
            return SHUNNED;
        }
        boolean capped =
                runner.free() > 0 && snapshot.pool(runner.profile().pool()).room() == 0;
        return Obstacle.momentary(runner, capped ? Room.NONE : Room.LEFT);
    }
}
