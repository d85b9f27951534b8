package io.signalbox.scheduler.loop.batch;

import io.signalbox.scheduler.core.Command;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Takes all waiting commands as one batch, so that under load the batches grow by themselves; adds a tick whenever one is due.
 * Not safe for use by many threads: the loop calls it.
 */
public final class TakeBatch {

    private static final Duration BETWEEN_TICKS = Duration.ofMillis(500);

    private final CommandQueue queue;
    private final LongSupplier nanoTime;
    private long tickedAt;

    /**
     * @param queue where commands wait
     * @param nanoTime the monotonic clock
     */
    public TakeBatch(CommandQueue queue, LongSupplier nanoTime) {
        this.queue = queue;
        this.nanoTime = nanoTime;
        this.tickedAt = nanoTime.getAsLong();
    }

    /** The next batch, never empty; waits for it, at most until a tick is due. */
    public List<Command> next() {
        long untilTick = Math.max(0, BETWEEN_TICKS.toNanos() - (nanoTime.getAsLong() - tickedAt));
        List<Command> batch = queue.take(Duration.ofNanos(untilTick));
        long now = nanoTime.getAsLong();
        if (batch.isEmpty() || now - tickedAt >= BETWEEN_TICKS.toNanos()) {
            tickedAt = now;
            batch.add(new Command.Tick());
        }
        return batch;
    }
}
