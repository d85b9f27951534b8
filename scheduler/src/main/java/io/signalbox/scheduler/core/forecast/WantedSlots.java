package io.signalbox.scheduler.core.forecast;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.outlook.Scaling;
import io.signalbox.scheduler.core.match.Waiting;
import io.signalbox.scheduler.core.time.InWords;
import io.signalbox.scheduler.core.view.PoolView;
import io.signalbox.scheduler.core.view.RunnerView;
import io.signalbox.scheduler.core.view.Snapshot;
import io.signalbox.scheduler.core.view.Work;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many slots each pool should have so that what waits now is begun within the pool's pick-up target: those that are busy, and as many as the
 * waiting tasks need beyond what busy ones will begin until then. Within the pool's sizes and its cap.
 */
public final class WantedSlots {
    private final Snapshot snapshot;
    private final Suppliers suppliers;

    /** For the queue of {@code snapshot}. */
    public WantedSlots(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.suppliers = new Suppliers(snapshot);
    }

    /** Of every pool that is known, by name. */
    public List<Scaling> all() {
        return snapshot.pools().keySet().stream()
                .sorted(Comparator.comparing(PoolName::value))
                .map(this::of)
                .toList();
    }

    /** Of one pool. */
    public Scaling of(PoolName pool) {
        PoolView view = snapshot.pool(pool);
        List<RunnerView> runners = snapshot.runners().stream()
                .filter(runner -> runner.profile().pool().equals(pool))
                .toList();
        List<Work> work =
                runners.stream().flatMap(runner -> runner.work().stream()).toList();
        Load load = load(pool);
        double target = view.policy().pickupTarget().toMillis();
        int needed = load.tasks == 0 ? work.size() : work.size() + beyond(load, work, target);
        Bounds bounds = new Bounds(view.policy());
        return new Scaling(
                pool,
                bounds.clamp(needed),
                runners.stream()
                        .filter(RunnerView::serves)
                        .mapToInt(RunnerView::slots)
                        .sum(),
                work.size(),
                (int) Math.ceil(load.tasks),
                load.mean() == 0 ? null : Duration.ofMillis(Math.round(load.mean())),
                view.policy().pickupTarget(),
                reason(load, work.size(), needed, view) + bounds.reason(needed),
                snapshot.at());
    }

    /** What a pool is counted on for. */
    private static final class Load {
        private double tasks;
        private double millis;

        double mean() {
            return tasks == 0 ? 0 : millis / tasks;
        }
    }

    /** A project's tasks beyond its cap ask for nothing: no slot would start them. */
    private Load load(PoolName pool) {
        Load load = new Load();
        Map<ProjectName, Double> room = new HashMap<>();
        for (Waiting group : snapshot.waiting()) {
            double share = suppliers.share(group, pool);
            if (share > 0) {
                ProjectName project = group.demand().project();
                double left = room.computeIfAbsent(
                        project, it -> (double) snapshot.project(it).room());
                double tasks = Math.min(left, share * group.ready());
                room.put(project, left - tasks);
                load.tasks += tasks;
                load.millis += tasks * snapshot.usual(group.terms()).mean();
            }
        }
        return load;
    }

    /** Slots that are needed beside the busy ones: each begins one task at once and another after each that ends in time. */
    private int beyond(Load load, List<Work> work, double target) {
        double each = Math.max(1, load.mean());
        double byBusy = work.stream()
                .mapToDouble(snapshot::rest)
                .filter(rest -> rest <= target)
                .map(rest -> starts(target - rest, each))
                .sum();
        return (int) Math.ceil(Math.max(0, load.tasks - byBusy) / starts(target, each) - 1e-9);
    }

    private static double starts(double within, double each) {
        return 1 + Math.floor(within / each);
    }

    private static String reason(Load load, int busy, int needed, PoolView view) {
        if (load.tasks == 0) {
            return "nothing waits; %d run".formatted(busy);
        }
        String each = load.mean() == 0
                ? "how long they take is not known yet"
                : "they take about " + InWords.of(Duration.ofSeconds(Math.max(1, Math.round(load.mean() / 1_000))));
        return "%d tasks wait, %d run; %s, so %d slots begin them within %s"
                .formatted(
                        (int) Math.ceil(load.tasks),
                        busy,
                        each,
                        needed,
                        InWords.of(view.policy().pickupTarget()));
    }
}
