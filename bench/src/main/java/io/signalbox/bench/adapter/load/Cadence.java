package io.signalbox.bench.adapter.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Turns at a fixed rate, whatever becomes of those before.
 *
 * @param rate turns per second
 */
public record Cadence(int rate) {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Takes turns for {@code time}, each at its moment and with its number, from 0; blocks until the last was taken. */
    public void run(Duration time, LongConsumer turn) {
        long begin = System.nanoTime();
        long count = rate * time.toSeconds();
        for (long i = 0; i < count; i++) {
            await(begin + i * SECOND / rate);
            turn.accept(i);
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
