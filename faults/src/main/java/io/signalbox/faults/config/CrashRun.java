package io.signalbox.faults.config;

import io.signalbox.faults.adapter.agent.Trap;
import io.signalbox.faults.adapter.process.Cluster;
import io.signalbox.faults.core.check.Checker;
import io.signalbox.faults.core.check.Violation;
import io.signalbox.faults.core.crash.CrashPoint;
import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.Plan;
import io.signalbox.faults.core.history.Struck;
import io.signalbox.faults.core.plan.Submission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One crash: a task goes its way, whoever comes to the point first dies there and is started again, and what came of it is judged. */
final class CrashRun {
    private static final Duration REACHED = Duration.ofSeconds(30);
    private static final Duration ENDED = Duration.ofSeconds(90);
    /** Long enough that some of its log is pushed while it runs. */
    private static final Submission TASK = new Submission(
            new Plan(1, "key", List.of(), new Plan.Script(4, 20, 0), new Plan.Allowance(1, 0, false)),
            0,
            200,
            Submission.Manner.INSISTENT);

    private final Cluster cluster;
    private final Records records;
    private final Trap trap;
    private final CrashPoint point;

    CrashRun(Cluster cluster, Path parent, CrashPoint point) {
        this.cluster = cluster;
        this.records = Records.in(parent, "crash-" + point.wire(), cluster);
        this.trap = new Trap(parent.resolve("trap"));
        this.point = point;
    }

    /** What came of it. Blocks for as long as it takes, which is bounded. */
    Outcome run() throws InterruptedException {
        long begin = System.nanoTime();
        records.begin(List.of(new Struck(point.wire(), point.spot().program())));
        trap.set(point);
        List<String> wrongs;
        try (ExecutorService user = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?> load = CompletableFuture.runAsync(() -> records.submit(List.of(TASK)), user);
            wrongs = awaitDeath();
            cluster.heal();
            load.join();
        }
        History history = records.end(ENDED);
        List<Violation> violations = Stream.concat(
                        Checker.violations(history).stream(),
                        Stream.concat(wrongs.stream(), point.ending().wrongsIn(history))
                                .map(wrong -> new Violation(point.wire(), wrong)))
                .toList();
        return new Outcome(history, List.of(), violations, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** What did not go as the point says; empty when the program has died of it. */
    private List<String> awaitDeath() {
        try {
            List<String> dead = Awaitility.await()
                    .atMost(REACHED)
                    .pollInterval(Duration.ofMillis(50))
                    .until(cluster::ended, ended -> !ended.isEmpty());
            return dead.stream()
                    .filter(name -> trap.take() || !name.startsWith(point.spot().program()))
                    .map(name -> name + " died, and not of it")
                    .toList();
        } catch (ConditionTimeoutException e) {
            trap.take();
            return List.of("nobody came there within " + REACHED.toSeconds() + " s: " + point.spot());
        }
    }
}
