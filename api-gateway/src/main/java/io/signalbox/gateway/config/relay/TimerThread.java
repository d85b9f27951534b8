package io.signalbox.gateway.config.relay;

import io.signalbox.gateway.relay.session.HoldTimer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread for the ends of all holds; what is taken back is forgotten at once. */
final class TimerThread implements HoldTimer, AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("holds").factory());

    TimerThread() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Runnable after(Duration patience, Runnable ended) {
        Future<?> scheduled = timer.schedule(ended, patience.toMillis(), TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
