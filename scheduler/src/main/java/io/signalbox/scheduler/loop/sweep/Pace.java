package io.signalbox.scheduler.loop.sweep;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often something may be swept: not before its pause has passed, and never so often that it takes more than a twentieth of the
 * time. So what is small is looked at each second, and what has grown large costs no more. Not safe for use by many threads.
 */
public final class Pace {

    private static final int IDLE_SHARE = 20;

    private final LongSupplier nanoTime;
    private final Duration pause;
    private long dueAt;

    /**
     * Due first after {@code firstAfter}.
     *
     * @param nanoTime the monotonic clock
     * @param pause between the starts of two sweeps, at least
     */
    public Pace(LongSupplier nanoTime, Duration pause, Duration firstAfter) {
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.dueAt = nanoTime.getAsLong() + firstAfter.toNanos();
    }

    /** Runs {@code sweep} if it is due. If it fails, it is due again after its pause. */
    public void run(Runnable sweep) {
        long startedAt = nanoTime.getAsLong();
        if (startedAt - dueAt < 0) {
            return;
        }
        dueAt = startedAt + pause.toNanos();
        sweep.run();
        long endedAt = nanoTime.getAsLong();
        dueAt = startedAt + Math.max(pause.toNanos(), IDLE_SHARE * (endedAt - startedAt));
    }
}
