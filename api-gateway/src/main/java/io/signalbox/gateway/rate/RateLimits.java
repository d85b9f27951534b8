package io.signalbox.gateway.rate;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A bucket for each key that has asked lately, at most {@value #MOST_REMEMBERED}: full ones are forgotten first, and where all are in use a key without one
 * is let through. Thread-safe, never blocks.
 */
public final class RateLimits {
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Allowance allowance;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicLong sweptAt;

    /** Gives each key {@code allowance} by {@code nanoTime}, the monotonic clock. */
    public RateLimits(Allowance allowance, LongSupplier nanoTime) {
        this.allowance = allowance;
        this.nanoTime = nanoTime;
        this.sweptAt = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * What a caller is told.
     *
     * @param granted whether the request may go on
     * @param limit how many there may be at once
     * @param left how many there may be now
     * @param retryAfter how long to wait for the next
     * @param reset how long until there may be as many as ever
     */
    public record Told(boolean granted, int limit, int left, Duration retryAfter, Duration reset) {}

    private void forgetFull(long now) {
        long last = sweptAt.get();
        boolean due = buckets.size() >= MOST_REMEMBERED && now - last >= SWEEP.toNanos();
        if (due && sweptAt.compareAndSet(last, now)) {
            buckets.values().removeIf(bucket -> bucket.isFull(allowance, now));
        }
    }

    int size() {
        return buckets.size();
    }

    /** Takes one request of a key. */
    public Told take(String key) {
        long now = nanoTime.getAsLong();
        forgetFull(now);
        AtomicBoolean granted = new AtomicBoolean(true);
        Bucket after = !hasRoomFor(key)
                ? Bucket.full(allowance, now)
                : buckets.compute(key, (_, known) -> {
                    Bucket.Taken taken = (known == null ? Bucket.full(allowance, now) : known).take(allowance, now);
                    granted.set(taken.granted());
                    return taken.bucket();
                });
        return new Told(
                granted.get(),
                allowance.burst(),
                (int) after.left(),
                after.untilNext(allowance),
                after.untilFull(allowance));
    }

    /** Takes one from a key that has had it already. */
    public void owe(String key) {
        long now = nanoTime.getAsLong();
        forgetFull(now);
        if (hasRoomFor(key)) {
            buckets.compute(
                    key, (_, known) -> (known == null ? Bucket.full(allowance, now) : known).owe(allowance, now));
        }
    }

    /** How long until a key may have one, a second or so at most. */
    public Duration untilNext(String key) {
        Bucket known = buckets.get(key);
        return known == null
                ? Duration.ZERO
                : known.at(allowance, nanoTime.getAsLong()).untilNext(allowance);
    }

    private boolean hasRoomFor(String key) {
        return buckets.size() < MOST_REMEMBERED || buckets.containsKey(key);
    }
}
