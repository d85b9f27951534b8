package io.signalbox.scheduler.core.explain;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.task.Explanation.PoolCause;
import io.signalbox.scheduler.core.explain.Obstacle.Found;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.view.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** For each pool what stands in the way there: the condition of the runner that comes closest, or that there is none. */
final class PoolCauses {
    private final Map<PoolName, Closest> closest = new HashMap<>();

    private PoolCauses() {}

    /** The condition of the runner of a pool that comes closest, and how many runners the pool has. */
    private static final class Closest {
        private Found found;
        private int runners;

        Closest(Found first) {
            found = first;
        }
    }

    static List<PoolCause> of(Snapshot snapshot, Demand demand, Findings findings) {
        PoolCauses causes = new PoolCauses();
        findings.byPool().forEach(causes::add);
        var names = new TreeSet<PoolName>((one, other) -> one.value().compareTo(other.value()));
        names.addAll(snapshot.pools().keySet());
        names.addAll(causes.closest.keySet());
        if (demand.pool() != null) {
            names.add(demand.pool());
        }
        List<PoolCause> all = new ArrayList<>();
        names.forEach(name -> all.add(causes.of(name, demand)));
        return all;
    }

    private void add(Findings.InPool some) {
        Closest known = closest.computeIfAbsent(some.pool(), it -> new Closest(some.found()));
        known.runners += some.runners();
        if (some.found().obstacle().compareTo(known.found.obstacle()) > 0) {
            known.found = some.found();
        }
    }

    private PoolCause of(PoolName pool, Demand demand) {
        Closest known = closest.get(pool);
        if (known != null) {
            Found found = known.found;
            String detail = found.obstacle() == Obstacle.OTHER_POOL
                    ? found.detail()
                    : "the runner that comes closest " + found.detail();
            return new PoolCause(pool, found.obstacle().code(), detail, known.runners);
        }
        return demand.isOf(pool)
                ? new PoolCause(pool, "no_runners", "it has no runner", 0)
                : new PoolCause(pool, Obstacle.OTHER_POOL.code(), "the task wants " + Obstacle.wanted(demand), 0);
    }
}
