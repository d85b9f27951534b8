package io.signalbox.runner.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Running, draining, over. While it drains no attempt begins; it is over when none is left. Thread-safe; every step is idempotent.
 */
public final class Lifecycle {
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> afterAttempts = new CopyOnWriteArrayList<>();
    private final List<Runnable> afterOutages = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch pauses = new CountDownLatch(1);
    private volatile Instant interruptedAt = Instant.EPOCH;
    private volatile boolean failed;
    private int busy;

    /** {@code listener} is called after every change, quickly and on any thread. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** {@code action} is called whenever the end of an attempt was acknowledged. */
    public void afterAttempt(Runnable action) {
        afterAttempts.add(action);
    }

    /** {@code action} is called, quickly and on any thread, whenever the relay is reached again after it was lost. */
    public void afterOutage(Runnable action) {
        afterOutages.add(action);
    }

    /** The relay is reached again: nobody need wait any longer before the next try. */
    void outageEnded() {
        CountDownLatch ended = pauses;
        pauses = new CountDownLatch(1);
        ended.countDown();
        afterOutages.forEach(Runnable::run);
    }

    /** No attempt begins any more. */
    public void drain(Instant now) {
        if (startDraining(now)) {
            listeners.forEach(Runnable::run);
        }
    }

    private synchronized boolean startDraining(Instant now) {
        if (isDraining()) {
            return false;
        }
        interruptedAt = now;
        endIfIdle();
        return true;
    }

    /** It is over, whatever still runs. */
    public void end() {
        endNow();
        listeners.forEach(Runnable::run);
    }

    /** The relay does not want the runner any more: what runs may go on, and the runner ends as a failed one. */
    public void turnAway(Instant now) {
        failed = true;
        drain(now);
    }

    /** It is over because something broke. */
    public void fail() {
        failed = true;
        end();
    }

    /** Whether something broke. */
    public boolean hasFailed() {
        return failed;
    }

    /** Takes a place for an attempt; false when none may begin. */
    public synchronized boolean tryBegin() {
        if (isDraining() || isOver()) {
            return false;
        }
        busy++;
        return true;
    }

    /** Takes a place for what an earlier run left, in any case. */
    public synchronized void resume() {
        busy++;
    }

    /** Gives the place back. */
    public void finished() {
        afterAttempts.forEach(Runnable::run);
        if (leave()) {
            listeners.forEach(Runnable::run);
        }
    }

    private synchronized boolean leave() {
        busy--;
        return isDraining() && endIfIdle();
    }

    private boolean endIfIdle() {
        if (busy == 0) {
            endNow();
        }
        return busy == 0;
    }

    private void endNow() {
        over.countDown();
        pauses.countDown();
    }

    /** Whether an attempt has a place. */
    public synchronized boolean isBusy() {
        return busy > 0;
    }

    /** Whether no attempt may begin. */
    public boolean isDraining() {
        return !interruptedAt.equals(Instant.EPOCH);
    }

    /** The second since which it drains, or 0. */
    public long interruptedAt() {
        return interruptedAt.getEpochSecond();
    }

    /** Whether everything is to end. */
    public boolean isOver() {
        return over.getCount() == 0;
    }

    /** Blocks for this time or until an outage has ended; false at once when it is over. */
    public boolean pause(Duration time) {
        CountDownLatch pause = pauses;
        try {
            boolean _ = !isOver() && pause.await(time.toNanos(), TimeUnit.NANOSECONDS);
            return !isOver();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Blocks until it is over. */
    public void awaitEnd() throws InterruptedException {
        over.await();
    }
}
