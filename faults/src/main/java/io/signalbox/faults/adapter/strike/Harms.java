package io.signalbox.faults.adapter.strike;

import io.signalbox.faults.adapter.net.Weather;
import io.signalbox.faults.adapter.process.Cluster;
import io.signalbox.faults.adapter.process.Node;
import io.signalbox.faults.adapter.process.SmallDisk;
import io.signalbox.faults.core.plan.Site;
import io.signalbox.faults.core.plan.Strike;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** What each kind of fault means for a cluster. */
final class Harms {
    private static final long PATIENCE_SECONDS = 15;
    private static final Duration STARTED = Duration.ofSeconds(90);

    private final Cluster cluster;
    private final Optional<WrongClock> clock = WrongClock.find();

    Harms(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Empty where it cannot be done on this machine. */
    Optional<Harm> of(Strike strike) {
        String target = strike.target();
        return switch (strike.kind()) {
            case KILL_GATEWAY, KILL_SCHEDULER, KILL_RUNNER ->
                Optional.of(new Harm(cluster.node(target)::kill, cluster.node(target)::start));
            case PAUSE_GATEWAY, PAUSE_SCHEDULER, PAUSE_RUNNER ->
                Optional.of(new Harm(cluster.node(target)::pause, cluster.node(target)::resume));
            case KILL_BROKER -> Optional.of(killed(cluster.parts()::leadingBroker));
            case STOP_BROKER -> Optional.of(stopped(cluster.parts().brokers()::getLast));
            case PAUSE_BROKER -> Optional.of(paused(cluster.parts()::leadingBroker));
            case KILL_STORE -> Optional.of(killed(cluster.parts()::primary));
            case STOP_STORE -> Optional.of(stopped(cluster.parts()::primary));
            case PAUSE_STORE -> Optional.of(paused(cluster.parts()::primary));
            case BLOCK_BROKER -> Optional.of(new Harm(cluster.parts()::blockBroker, cluster.parts()::unblockBroker));
            case POISON ->
                Optional.of(Harm.once(() -> Poison.into(cluster.parts().addresses())));
            case CUT -> weather(target, Weather.CUT);
            case DELAY -> weather(target, Weather.SLOW);
            case HALF_OPEN -> weather(target, Weather.SILENT);
            case DROP_REQUESTS -> weather(target, Weather.KEPT_REQUESTS);
            case DROP_ANSWERS -> weather(target, Weather.KEPT_ANSWERS);
            case FULL_DISK -> cluster.disk().map(Harms::full);
            case FULL_STORE -> cluster.storeDisk().map(disk -> fullStore(target, disk));
            case WRONG_CLOCK -> clock.map(it -> wrong(cluster.node(target), it));
            case ROLLING_RESTART -> Optional.of(Harm.once(this::restartAll));
        };
    }

    private Harm killed(Supplier<String> part) {
        return Harm.to(part, cluster.parts()::kill, cluster.parts()::start);
    }

    private Harm stopped(Supplier<String> part) {
        return Harm.to(part, cluster.parts()::stop, cluster.parts()::start);
    }

    private Harm paused(Supplier<String> part) {
        return Harm.to(
                part,
                name -> cluster.parts().process(name).pause(),
                name -> cluster.parts().process(name).resume());
    }

    private Optional<Harm> weather(String lines, Weather bad) {
        // A store of several members is reached past our lines.
        return lines.endsWith(Site.STORE) && cluster.parts().stores().size() > 1
                ? Optional.empty()
                : Optional.of(new Harm(
                        () -> cluster.lines().change(lines, bad),
                        () -> cluster.lines().change(lines, Weather.CLEAR)));
    }

    private static Harm full(SmallDisk disk) {
        return new Harm(disk::fill, disk::free);
    }

    /** A store that cannot write ends itself; it is started when there is room. */
    private Harm fullStore(String store, SmallDisk disk) {
        return new Harm(disk::fill, () -> {
            disk.free();
            cluster.parts().start(store);
        });
    }

    private static Harm wrong(Node node, WrongClock clock) {
        return new Harm(
                () -> {
                    node.stop(PATIENCE_SECONDS);
                    node.start(clock.environment());
                },
                () -> {
                    node.stop(PATIENCE_SECONDS);
                    node.start();
                });
    }

    /** One half of everything, then the other. */
    private void restartAll() {
        for (int half = 0; half < 2; half++) {
            try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
                half(half)
                        .map(cluster::node)
                        .map(node -> CompletableFuture.runAsync(() -> restart(node), each))
                        .toList()
                        .forEach(CompletableFuture::join);
            }
        }
    }

    private static Stream<String> half(int which) {
        return Stream.of(Site.GATEWAYS, Site.SCHEDULERS, Site.RUNNERS)
                .flatMap(all -> IntStream.range(0, all.size())
                        .filter(index -> index % 2 == which)
                        .mapToObj(all::get));
    }

    private static void restart(Node node) {
        node.stop(PATIENCE_SECONDS);
        node.start();
        Awaitility.await(node + " is back").atMost(STARTED).until(node::isReady);
    }
}
