package io.signalbox.runner.adapter.machine;

import io.signalbox.runner.execution.Timer;
import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that counts; each action runs on a virtual thread of its own. */
public final class SystemTimer implements Timer, Closeable {
    private final ScheduledThreadPoolExecutor clock;

    /** Begins to count. */
    public SystemTimer() {
        clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("timer").factory());
        clock.setRemoveOnCancelPolicy(true);
        // Who asks for an alarm while the runner ends gets none.
        clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public Alarm after(Duration delay, Runnable action) {
        ScheduledFuture<?> pending = clock.schedule(
                () -> Thread.ofVirtual().name("alarm").start(action), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> pending.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
