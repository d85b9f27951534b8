package io.signalbox.scheduler.core.forecast;

import io.signalbox.model.id.PoolName;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.match.Waiting;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.view.Kinds;
import io.signalbox.scheduler.core.view.RunnerView;
import io.signalbox.scheduler.core.view.Snapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which pools are counted on for which tasks: the one that they ask for; else those with fitting slots, in proportion to these; else the first by
 * name whose next runner would fit. What a pool's next runner would not fit either is nobody's, and more runners would not start it.
 */
final class Suppliers {
    private final Snapshot snapshot;
    private final Kinds kinds;
    private final Map<Demand, Map<PoolName, Double>> shares = new HashMap<>();

    Suppliers(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.kinds = new Kinds(snapshot.runners());
    }

    /** Which part of a group the pool is counted on for. */
    double share(Waiting group, PoolName pool) {
        return shares.computeIfAbsent(group.demand(), this::shares).getOrDefault(pool, 0.0);
    }

    private Map<PoolName, Double> shares(Demand demand) {
        Map<PoolName, Integer> slots = new HashMap<>();
        for (Kinds.Kind kind : kinds.in(kinds.fitting(demand))) {
            kind.runners().stream()
                    .filter(RunnerView::serves)
                    .forEach(runner -> slots.merge(runner.profile().pool(), runner.slots(), Integer::sum));
        }
        int all = slots.values().stream().mapToInt(Integer::intValue).sum();
        Map<PoolName, Double> found = new HashMap<>();
        if (all == 0) {
            first(demand).ifPresent(pool -> found.put(pool, 1.0));
        } else {
            slots.forEach((pool, own) -> found.put(pool, (double) own / all));
        }
        return found;
    }

    private Optional<PoolName> first(Demand demand) {
        return snapshot.pools().entrySet().stream()
                .filter(pool -> demand.isOf(pool.getKey())
                        && wouldFit(demand, pool.getKey(), pool.getValue().mould()))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(PoolName::value));
    }

    /** A pool of which no runner was ever seen may fit only what asks for it. */
    private static boolean wouldFit(Demand demand, PoolName pool, Runner.@Nullable Profile mould) {
        return mould == null ? demand.pool() != null && demand.isOf(pool) : demand.fits(mould);
    }
}
