package io.signalbox.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A wall clock and a monotonic clock that only the test moves: together by {@link #advance}, the wall clock alone by
 * {@link #step}, as when somebody sets it. It ticks in milliseconds, as the product's clock does. Safe for any thread.
 */
public final class ManualClock implements InstantSource {
    /** Where {@link #started()} starts: any moment will do, and a fixed one gives the same output each time. */
    public static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

    /** Below zero, as real ones may be: only differences of the monotonic clock mean anything. */
    private static final long ORIGIN = Duration.ofDays(-3).toNanos();

    private final AtomicReference<Reading> reading;

    private ManualClock(Instant start) {
        reading = new AtomicReference<>(new Reading(start.truncatedTo(ChronoUnit.MILLIS), ORIGIN));
    }

    /** A clock that shows {@link #START}. */
    public static ManualClock started() {
        return at(START);
    }

    /** A clock that shows {@code start}. */
    public static ManualClock at(Instant start) {
        return new ManualClock(start);
    }

    @Override
    public Instant instant() {
        return reading.get().wall();
    }

    /** The monotonic clock, from an origin without meaning; {@code clock::nanoTime} stands for {@link System#nanoTime}. */
    public long nanoTime() {
        return reading.get().nanos();
    }

    /** Time passes. Returns the new time of day. */
    public Instant advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time does not go back, and was asked to by " + by);
        }
        return reading.updateAndGet(it -> new Reading(it.wall().plus(by), it.nanos() + by.toNanos()))
                .wall();
    }

    /** The wall clock is set forward, or back by a negative duration; no time passes. Returns the new time of day. */
    public Instant step(Duration by) {
        return reading.updateAndGet(it -> new Reading(it.wall().plus(by), it.nanos()))
                .wall();
    }

    private record Reading(Instant wall, long nanos) {}
}
