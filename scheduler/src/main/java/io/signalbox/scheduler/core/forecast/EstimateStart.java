package io.signalbox.scheduler.core.forecast;

import io.signalbox.model.id.PoolName;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.Kinds;
import io.signalbox.scheduler.core.view.ProjectView;
import io.signalbox.scheduler.core.view.RunnerView;
import io.signalbox.scheduler.core.view.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * When a task will start: its fitting slots become free one after another, as recent durations tell, and those that go before it take them first
 * ({@link Ahead}). What limits hold back waits for these, too. Nothing is said where no slot fits or nothing was measured yet.
 */
public final class EstimateStart {
    private final Snapshot snapshot;
    private final Kinds kinds;

    /** Estimates within {@code snapshot}. */
    public EstimateStart(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.kinds = new Kinds(snapshot.runners());
    }

    /** The runners by what they are. */
    public Kinds kinds() {
        return kinds;
    }

    /** Whether a slot that is free now fits and nothing holds the task back. */
    public boolean startsAtOnce(Inquiry task) {
        return task.notBefore() == null
                && task.held().isEmpty()
                && fitting(task).stream()
                        .anyMatch(runner -> runner.serves()
                                && runner.free() > 0
                                && snapshot.pool(runner.profile().pool()).room() > 0);
    }

    /** The moment, as far as recent durations tell. */
    public Optional<Instant> of(Inquiry task) {
        List<RunnerView> runners =
                fitting(task).stream().filter(RunnerView::serves).toList();
        FreeTimes slots = new FreeTimes(freeTimes(runners));
        ProjectView project = snapshot.project(task.demand().project());
        if (slots.isEmpty() || !isKnown(runners, project)) {
            return Optional.empty();
        }
        Ahead ahead = new Ahead(snapshot, kinds, task);
        double millis = slots.start(ahead.all());
        millis = Math.max(millis, byCap(task, project, ahead));
        millis = Math.max(millis, byKey(task, project));
        Instant start = snapshot.at().plus(Duration.ofMillis(Math.round(millis)));
        return Optional.of(task.notBefore() != null && task.notBefore().isAfter(start) ? task.notBefore() : start);
    }

    private List<RunnerView> fitting(Inquiry task) {
        BitSet fitting = kinds.fitting(task.demand());
        return kinds.in(fitting).stream()
                .flatMap(kind -> kind.runners().stream())
                .filter(runner ->
                        !task.demand().shunned().contains(runner.profile().name()))
                .toList();
    }

    private boolean isKnown(List<RunnerView> runners, ProjectView project) {
        return project.usual().isKnown()
                || runners.stream()
                        .anyMatch(runner -> runner.work().stream()
                                .anyMatch(work -> snapshot.usual(work.terms()).isKnown()));
    }

    /** Idle slots of a pool beyond its cap are none: those that work make room. */
    private double[] freeTimes(List<RunnerView> runners) {
        Map<PoolName, Integer> room = new HashMap<>();
        DoubleStream.Builder moments = DoubleStream.builder();
        for (RunnerView runner : runners) {
            int free = take(room, runner);
            for (int slot = 0; slot < free; slot++) {
                moments.add(0);
            }
            runner.work().forEach(work -> moments.add(snapshot.rest(work)));
        }
        return moments.build().toArray();
    }

    /** As many free slots of the runner as its pool still has room for. */
    private int take(Map<PoolName, Integer> room, RunnerView runner) {
        if (runner.free() == 0) {
            return 0;
        }
        PoolName pool = runner.profile().pool();
        int left = room.computeIfAbsent(pool, name -> snapshot.pool(name).room());
        int free = Math.min(left, runner.free());
        room.put(pool, left - free);
        return free;
    }

    /** A project that has reached its cap goes on when attempts of its own end. */
    private double byCap(Inquiry task, ProjectView project, Ahead ahead) {
        if (project.most() == Integer.MAX_VALUE) {
            return 0;
        }
        List<Double> moments = new ArrayList<>();
        for (int slot = 0; slot < project.room(); slot++) {
            moments.add(0.0);
        }
        snapshot.runners().stream()
                .flatMap(runner -> runner.work().stream())
                .filter(work -> work.project().equals(task.demand().project()))
                .forEach(work -> moments.add(snapshot.rest(work)));
        return start(moments, ahead.ofTheProject());
    }

    private double byKey(Inquiry task, ProjectView project) {
        Inquiry.Key key = task.key();
        if (key == null) {
            return 0;
        }
        List<Double> moments = new ArrayList<>();
        key.holders().forEach(work -> moments.add(snapshot.rest(work)));
        while (moments.size() < key.limit()) {
            moments.add(0.0);
        }
        Mix ahead = new Mix();
        ahead.add(key.before(), project.usual());
        return start(moments, ahead);
    }

    private static double start(List<Double> moments, Mix ahead) {
        return moments.isEmpty() ? 0 : new FreeTimes(toArray(moments)).start(ahead);
    }

    private static double[] toArray(List<Double> moments) {
        return moments.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
