package io.signalbox.runner.output;

import io.signalbox.runner.output.Spool.Batch;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Pushes a spool to the relay, in order and one batch at a time, from its own thread: the first unacknowledged events again and again until they have
 * arrived (C20). A short attempt is over before the first push; then everything travels with its end.
 */
public final class LogSender implements Runnable {
    /** What may travel with the end of an attempt. */
    static final long TAIL_BYTES = 256L * 1024;

    private static final int MOST_LINES = 2000;
    private static final int MOST_BYTES = 1024 * 1024;
    private static final Duration PACE = Duration.ofMillis(40);

    private final Spool spool;
    private final Push push;
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private final CountDownLatch finishing = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean sealed;
    private int mostBytes = MOST_BYTES;

    public LogSender(Spool spool, Push push) {
        this.spool = spool;
        this.push = push;
    }

    /** Something was appended. */
    public void ring() {
        boolean _ = bell.offer(true);
    }

    @Override
    public void run() {
        try {
            while (!sealed && !isDone()) {
                pace();
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            done.countDown();
        }
    }

    /** Whether all that is left may travel with the end; it must not be in two files, of which the first would go too early. */
    private boolean isDone() {
        if (finishing.getCount() > 0 || spool.pendingBytes() > TAIL_BYTES) {
            return false;
        }
        Batch tail = spool.next(Integer.MAX_VALUE, (int) TAIL_BYTES);
        return tail.first() + tail.count() == spool.end();
    }

    private void pace() throws InterruptedException {
        boolean full = spool.pendingBytes() >= MOST_BYTES;
        if (!full) {
            finishing.await(PACE.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void step() throws InterruptedException {
        if (isDone()) {
            return;
        }
        Batch batch = spool.next(MOST_LINES, mostBytes);
        if (batch.isEmpty()) {
            bell.take();
            return;
        }
        switch (push.push(batch)) {
            case ARRIVED -> spool.acknowledge(batch);
            case SEALED -> {
                sealed = true;
                spool.refuse();
            }
            case TOO_LARGE -> mostBytes = Math.max(batch.lines().limit() / 2, 1);
            case NOT_NOW -> {}
        }
    }

    /** Nothing more is appended. Blocks until what is left may travel with the end, and gives it; nothing is left of a sealed log. */
    public Tail finish() throws InterruptedException {
        finishing.countDown();
        ring();
        done.await();
        return sealed ? Tail.sealed(spool) : Tail.of(spool);
    }

    /** Carries one batch; blocks, and waits by itself before it says {@link Pushed#NOT_NOW}. */
    @FunctionalInterface
    public interface Push {
        Pushed push(Batch batch) throws InterruptedException;
    }

    /** What came of a push. */
    public enum Pushed {
        /** The relay has stored it. */
        ARRIVED,
        /** The relay takes nothing more of this log. */
        SEALED,
        /** Less of it may pass: something on the way takes no body of this size. */
        TOO_LARGE,
        /** It is to be tried again. */
        NOT_NOW
    }
}
