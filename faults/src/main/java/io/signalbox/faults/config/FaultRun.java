package io.signalbox.faults.config;

import io.signalbox.faults.adapter.process.Cluster;
import io.signalbox.faults.adapter.strike.Striker;
import io.signalbox.faults.core.check.Checker;
import io.signalbox.faults.core.check.Violation;
import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.Struck;
import io.signalbox.faults.core.plan.LoadPlan;
import io.signalbox.faults.core.plan.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One run: load and faults at the same time, then everything heals and ends, then it is looked at and judged. */
final class FaultRun {
    private static final double TASKS_PER_SECOND = 5;
    private static final Duration EVERYTHING_ENDS = Duration.ofMinutes(4);

    private final Cluster cluster;
    private final Records records;

    FaultRun(Cluster cluster, Path parent, long seed) {
        this.cluster = cluster;
        this.records = Records.in(parent, "run-" + seed, cluster);
    }

    /** What came of it. Blocks for as long as it takes, which is bounded. */
    Outcome run(long seed, int seconds, Schedule schedule) throws InterruptedException {
        records.begin(schedule.strikes().stream()
                .map(strike -> new Struck(strike.kind().wire(), strike.target()))
                .toList());
        long begin = System.nanoTime();
        List<String> troubles;
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?> load = CompletableFuture.runAsync(
                    () -> records.submit(LoadPlan.of(seed, seconds * 1000L, TASKS_PER_SECOND)), both);
            troubles = new Striker(cluster).run(schedule);
            load.join();
        }
        History history = records.end(EVERYTHING_ENDS);
        List<Violation> violations = Checker.violations(history);
        return new Outcome(history, troubles, violations, Duration.ofNanos(System.nanoTime() - begin));
    }
}
