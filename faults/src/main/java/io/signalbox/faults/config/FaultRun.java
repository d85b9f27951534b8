package io.signalbox.faults.config;

import io.signalbox.faults.adapter.load.Api;
import io.signalbox.faults.adapter.load.RunFolder;
import io.signalbox.faults.adapter.load.Witness;
import io.signalbox.faults.adapter.process.Cluster;
import io.signalbox.faults.adapter.strike.Striker;
import io.signalbox.faults.core.check.Checker;
import io.signalbox.faults.core.check.Violation;
import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.KnownRunner;
import io.signalbox.faults.core.history.Struck;
import io.signalbox.faults.core.plan.LoadPlan;
import io.signalbox.faults.core.plan.Schedule;
import io.signalbox.faults.core.plan.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One run: load and faults at the same time, then everything heals and ends, then it is looked at and judged. */
final class FaultRun {
    private static final double TASKS_PER_SECOND = 5;
    private static final Duration EVERYTHING_ENDS = Duration.ofMinutes(4);

    private final Cluster cluster;
    private final RunFolder files;
    private final Api api;
    private final Witness witness;

    FaultRun(Cluster cluster, Path parent, long seed) {
        this.cluster = cluster;
        this.files = RunFolder.in(parent, "run-" + seed);
        this.api = new Api(cluster.clients());
        this.witness = files.witness(api);
    }

    /** What came of it. Blocks for as long as it takes, which is bounded. */
    Outcome run(long seed, int seconds, Schedule schedule) throws InterruptedException {
        Site.RUNNERS.forEach(name -> files.history().add(new KnownRunner(name, Site.SLOTS, Site.tagsOf(name))));
        schedule.strikes().stream()
                .map(strike -> new Struck(strike.kind().wire(), strike.target()))
                .forEach(files.history()::add);
        long begin = System.nanoTime();
        List<String> troubles;
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?> load = CompletableFuture.runAsync(
                    () -> files.users(api).submit(LoadPlan.of(seed, seconds * 1000L, TASKS_PER_SECOND)), both);
            troubles = new Striker(cluster).run(schedule);
            load.join();
        }
        long healed = System.nanoTime();
        awaitEnds(healed + EVERYTHING_ENDS.toNanos());
        witness.collect();
        History history = files.history().read();
        List<Violation> violations = Checker.violations(history);
        return new Outcome(history, troubles, violations, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void awaitEnds(long deadline) throws InterruptedException {
        while (!witness.look() && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
