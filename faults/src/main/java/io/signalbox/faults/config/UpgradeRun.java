package io.signalbox.faults.config;

import io.signalbox.faults.adapter.process.Cluster;
import io.signalbox.faults.core.check.Checker;
import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.Struck;
import io.signalbox.faults.core.plan.LoadPlan;
import io.signalbox.faults.core.plan.Site;
import io.signalbox.faults.core.plan.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One process after the other becomes one of another version while the load goes on; for a while one half is of each. */
final class UpgradeRun {
    private static final double TASKS_PER_SECOND = 3;
    private static final Duration EVERYTHING_ENDS = Duration.ofMinutes(4);

    private final Cluster cluster;
    private final Records records;
    private final Version to;

    UpgradeRun(Cluster cluster, Path parent, Version to) {
        this.cluster = cluster;
        this.records = Records.in(parent, "to-" + name(to), cluster);
        this.to = to;
    }

    static String name(Version version) {
        return version == Version.EARLIER ? "earlier" : "present";
    }

    /** What came of it. Blocks for as long as it takes, which is bounded. */
    Outcome run(long seed, int seconds) throws InterruptedException {
        records.begin(List.of(new Struck("upgrade", name(to))));
        long begin = System.nanoTime();
        try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?> load = CompletableFuture.runAsync(
                    () -> records.submit(LoadPlan.of(seed, seconds * 1000L, TASKS_PER_SECOND)), users);
            half(0);
            TimeUnit.SECONDS.sleep(seconds / 4);
            half(1);
            load.join();
        }
        History history = records.end(EVERYTHING_ENDS);
        return new Outcome(
                history, List.of(), Checker.violations(history), Duration.ofNanos(System.nanoTime() - begin));
    }

    private void half(int which) {
        for (List<String> kind : List.of(Site.SCHEDULERS, Site.GATEWAYS, Site.RUNNERS)) {
            for (int i = which; i < kind.size(); i += 2) {
                cluster.become(kind.get(i), to);
            }
        }
    }
}
