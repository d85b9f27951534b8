package io.signalbox.backbone.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store's clock, as far as this process knows it (C22).
 *
 * <p>All processes decide by the same clock, the store's: each measures it at its start, at take-over and every 10 s,
 * and between two measurements adds what its own monotonic clock counted. This host's wall clock takes no part, so a
 * step of it changes nothing. Whoever cannot measure knows no time, and expires nothing. Successive readings may step
 * back by the error of two measurements; who needs more keeps the largest it has seen. Safe for use by many threads.
 */
public final class StoreClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreClock.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    private final Supplier<Instant> store;
    private final LongSupplier nanoTime;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Measurement last;
    private @Nullable Thread measuring;

    /**
     * @param store asks the store what time it is; blocks for the round trip
     * @param nanoTime this process's monotonic clock
     */
    public StoreClock(Supplier<Instant> store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    /**
     * The time at the store, and how far it may be off.
     *
     * @param errorBound half the measurement's round trip: the true time is at most this much earlier or later
     */
    public record Reading(Instant instant, Duration errorBound) {}

    private record Measurement(Instant storeTime, long takenAt, Duration errorBound) {}

    /** Measures at once and then every 10 s until {@link #close}; idempotent. Waits for the first measurement. */
    public synchronized void start() {
        if (measuring == null) {
            measure();
            measuring = Thread.ofVirtual().name("store-clock").start(this::measureUntilStopped);
        }
    }

    /** Stops measuring; idempotent. The last measurement still counts until it is too old. */
    @Override
    public void close() {
        stopped.countDown();
    }

    /**
     * Measures now; blocks for one round trip.
     *
     * @return what was measured, empty when the store does not answer: then what was known before still stands
     */
    public Optional<Reading> measure() {
        long sentAt = nanoTime.getAsLong();
        Instant storeTime;
        try {
            storeTime = store.get();
        } catch (RuntimeException e) {
            LOG.warn("Failed to measure the store's clock: {}", e.getMessage());
            return Optional.empty();
        }
        Duration halfTrip = Duration.ofNanos((nanoTime.getAsLong() - sentAt) / 2);
        last = new Measurement(storeTime, sentAt + halfTrip.toNanos(), halfTrip);
        return now();
    }

    /** The store's present time, empty while it was never measured or when that was more than a minute ago. */
    public Optional<Reading> now() {
        Measurement known = last;
        if (known == null) {
            return Optional.empty();
        }
        Duration age = Duration.ofNanos(nanoTime.getAsLong() - known.takenAt());
        return age.compareTo(MAX_AGE) > 0
                ? Optional.empty()
                : Optional.of(new Reading(known.storeTime().plus(age), known.errorBound()));
    }

    private void measureUntilStopped() {
        try {
            while (!stopped.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                measure();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
