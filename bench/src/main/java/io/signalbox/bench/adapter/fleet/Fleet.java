package io.signalbox.bench.adapter.fleet;

import io.signalbox.bench.adapter.http.Installation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runners of one slot each, every one with a connection of its own, some of which can take the fleet's tasks. Thread-safe. */
public final class Fleet implements AutoCloseable {
    /** The tag of those that take tasks. */
    public static final String BUSY = "fleet-busy";

    private static final String IDLE = "fleet-idle";
    private static final int AT_ONCE = 48;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().factory());
    private final Wire wire;
    private final List<FleetRunner> idle;
    private final List<FleetRunner> busy;

    /**
     * Makes {@code size} runners, none of which has begun.
     *
     * @param busy how many of them can take tasks
     */
    public Fleet(Installation installation, int size, int busy) {
        this.wire = new Wire(installation.gateway(), installation.trust());
        String name = "fleet-" + System.currentTimeMillis();
        this.busy = runners(0, busy, orders(installation, name, BUSY));
        this.idle = runners(busy, size, orders(installation, name, IDLE));
    }

    private static List<FleetRunner> runners(int from, int to, FleetRunner.Orders orders) {
        return IntStream.range(from, to)
                .mapToObj(number -> new FleetRunner(number, orders))
                .toList();
    }

    private FleetRunner.Orders orders(Installation installation, String name, String tag) {
        return new FleetRunner.Orders(wire, installation.registrationToken(), name, List.of(tag), (millis, action) -> {
            var _ = timer.schedule(() -> Thread.ofVirtual().start(action), millis, TimeUnit.MILLISECONDS);
        });
    }

    /** Lets all of them in, a few at a time; returns when all are there. */
    public Duration enter() throws InterruptedException {
        long begin = System.nanoTime();
        List<FleetRunner> coming = new ArrayList<>();
        for (FleetRunner runner : all().toList()) {
            Thread.ofVirtual().start(runner::begin);
            coming.add(runner);
            while (coming.size() >= AT_ONCE) {
                Thread.sleep(1);
                coming.removeIf(one -> one.track().isBack());
            }
        }
        awaitAll(Duration.ofMinutes(1));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** How many of those that can have a task. */
    public long running() {
        return busy.stream().filter(runner -> runner.attempt().isPresent()).count();
    }

    /** Ends the tasks that run. */
    public void endTasks() {
        busy.forEach(FleetRunner::end);
    }

    /** Cuts every connection at once, and waits until everybody is back, at most so long. */
    public Storm storm(Duration patience) throws InterruptedException {
        List<Track> tracks = all().map(FleetRunner::track).toList();
        tracks.forEach(Track::reset);
        long cut = System.nanoTime();
        all().forEach(FleetRunner::cut);
        Thread.sleep(LOOK);
        awaitAll(patience);
        return Storm.of(cut, tracks);
    }

    /** The longest time between two stored beats of a running task, so far. */
    public Duration longestGap() {
        return Duration.ofNanos(busy.stream()
                .mapToLong(runner -> runner.track().longestGap())
                .max()
                .orElse(0));
    }

    private void awaitAll(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline
                && !all().allMatch(runner -> runner.track().isBack())) {
            Thread.sleep(LOOK);
        }
    }

    private Stream<FleetRunner> all() {
        return Stream.concat(busy.stream(), idle.stream());
    }

    @Override
    public void close() {
        all().forEach(FleetRunner::close);
        timer.shutdownNow();
        wire.close();
    }
}
