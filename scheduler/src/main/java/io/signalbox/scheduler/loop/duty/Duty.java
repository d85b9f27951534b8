package io.signalbox.scheduler.loop.duty;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One chore, done again and again in a virtual thread of its own. A failure is logged and the chore is done again after
 * its pause. Safe for use by many threads; starting and stopping are idempotent, and it does not start twice.
 */
public final class Duty implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Duty.class);

    private final String name;
    private final Duration pause;
    private final Runnable chore;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean stopped;
    private @Nullable Thread thread;

    /**
     * @param name of the chore, for threads and logs
     * @param pause between the end of one round and the start of the next
     * @param chore may block; a round under way is waited for, not interrupted
     */
    public Duty(String name, Duration pause, Runnable chore) {
        this.name = name;
        this.pause = pause;
        this.chore = chore;
    }

    /** Starts with a first round at once. */
    public synchronized void start() {
        if (thread == null && !stopped) {
            thread = Thread.ofVirtual().name(name).start(this::runUntilStopped);
        }
    }

    /** Ends the present pause early. */
    public void wake() {
        calls.release();
    }

    /** Stops after the present round, and waits for its end unless the round itself asked for it. */
    @Override
    public void close() {
        Thread running = stop();
        if (running == null || running.equals(Thread.currentThread())) {
            return;
        }
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread stop() {
        stopped = true;
        wake();
        return thread;
    }

    private void runUntilStopped() {
        while (!stopped) {
            round();
            await();
        }
    }

    private void round() {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.warn("Failed a round of {}, next in {}: {}", name, pause, e.toString());
        }
    }

    private void await() {
        try {
            if (calls.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
