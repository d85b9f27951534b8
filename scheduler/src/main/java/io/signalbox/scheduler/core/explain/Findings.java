package io.signalbox.scheduler.core.explain;

import io.signalbox.model.id.PoolName;
import io.signalbox.scheduler.core.explain.Obstacle.Found;
import io.signalbox.scheduler.core.explain.Obstacle.Room;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.view.Kinds;
import io.signalbox.scheduler.core.view.Kinds.Kind;
import io.signalbox.scheduler.core.view.RunnerView;
import io.signalbox.scheduler.core.view.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For each runner the first condition at which it fails; what is the same for all of a kind is looked at once for all of them. */
final class Findings {
    private static final Found SHUNNED =
            new Found(Obstacle.START_FAILED, "could not start the task twice and is not offered it again");

    private final Map<Found, List<RunnerView>> byFound = new LinkedHashMap<>();
    private final List<InPool> byPool = new ArrayList<>();

    private Findings() {}

    /**
     * Runners of one pool that fail at the same condition.
     *
     * @param pool theirs
     * @param found the condition
     * @param runners how many
     */
    record InPool(PoolName pool, Found found, int runners) {}

    /** What stands between a demand and each runner. */
    static Findings of(Demand demand, Snapshot snapshot, Kinds kinds) {
        Findings findings = new Findings();
        for (Kind kind : kinds.all()) {
            PoolName pool = kind.profile().pool();
            Obstacle.lasting(demand, kind.profile())
                    .ifPresentOrElse(
                            found -> findings.add(pool, found, kind.runners()),
                            () -> kind.runners()
                                    .forEach(runner ->
                                            findings.add(pool, ofOne(demand, runner, snapshot), List.of(runner))));
        }
        return findings;
    }

    private void add(PoolName pool, Found found, List<RunnerView> runners) {
        byFound.computeIfAbsent(found, it -> new ArrayList<>()).addAll(runners);
        byPool.add(new InPool(pool, found, runners.size()));
    }

    /** The runners by the condition at which they fail. */
    Map<Found, List<RunnerView>> all() {
        return byFound;
    }

    /** In which pools how many fail at which condition; the same may be said more than once, of others. */
    List<InPool> byPool() {
        return byPool;
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
