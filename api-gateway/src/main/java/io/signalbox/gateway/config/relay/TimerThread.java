package io.signalbox.gateway.config.relay;

import io.signalbox.gateway.relay.session.HoldTimer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for the ends of all holds; what is taken back is forgotten at once. Long holds end together, twice a second, up to that much earlier:
 * what the processor has just done for one runner it does for the next from its caches (ADR 0320).
 */
final class TimerThread implements HoldTimer, AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(500);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("holds").factory());

    TimerThread() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Runnable after(Duration patience, Runnable ended) {
        Future<?> scheduled = timer.schedule(ended, delay(System.nanoTime(), patience), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    /** Nanoseconds from {@code now} on: of a long hold until the last tick of the clock that is not later than its end. */
    static long delay(long now, Duration patience) {
        long end = now + patience.toNanos();
        long late = patience.compareTo(LONG) < 0 ? 0 : Math.floorMod(end, TICK.toNanos());
        return end - late - now;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
