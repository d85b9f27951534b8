package io.signalbox.faults.adapter.strike;

import io.signalbox.faults.adapter.process.Cluster;
import io.signalbox.faults.core.plan.Schedule;
import io.signalbox.faults.core.plan.Strike;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Does the faults of a schedule to a cluster, each at its time, whatever the others do meanwhile. */
public final class Striker {
    private final Cluster cluster;
    private final Harms harms;

    /** For this cluster. */
    public Striker(Cluster cluster) {
        this.cluster = cluster;
        this.harms = new Harms(cluster);
    }

    /** Those that cannot be done on this machine. */
    public List<Strike> impossible(Schedule schedule) {
        return schedule.strikes().stream()
                .filter(strike -> harms.of(strike).isEmpty())
                .toList();
    }

    /** Blocks until the last has ended and everything is healed; what did not go as it should, one line for each. */
    public List<String> run(Schedule schedule) {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Stream<String>>> strikes = schedule.strikes().stream()
                    .map(strike -> CompletableFuture.supplyAsync(() -> strike(strike), each))
                    .toList();
            List<String> troubles =
                    strikes.stream().flatMap(CompletableFuture::join).toList();
            cluster.heal();
            return troubles;
        }
    }

    private Stream<String> strike(Strike strike) {
        return harms.of(strike).stream().flatMap(harm -> {
            pause(strike.atMillis());
            Stream<String> begun = attempt(strike, harm.begin());
            pause(strike.lengthMillis());
            return Stream.concat(begun, attempt(strike, harm.end()));
        });
    }

    /** Two faults may be in each other's way: what is dead cannot be frozen. */
    private static Stream<String> attempt(Strike strike, Runnable step) {
        try {
            step.run();
            return Stream.empty();
        } catch (RuntimeException e) {
            return Stream.of(strike + " could not be done: " + e.getMessage());
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
