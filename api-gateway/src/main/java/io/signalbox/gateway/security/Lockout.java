package io.signalbox.gateway.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Locks out who guesses: after {@value #MOST_FAILURES} failures under one key within a minute nothing more is looked up for that key
 * until the minute is over. Remembers a bounded number of keys; thread-safe, never blocks.
 */
public final class Lockout {
    private static final int MOST_FAILURES = 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final LongSupplier nanoTime;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    /** Counts by {@code nanoTime}, the monotonic clock. */
    public Lockout(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Failures(int count, long since) {}

    /** Notes a failure under a key, such as an address. */
    public void failed(String key) {
        long now = nanoTime.getAsLong();
        if (failures.size() >= MOST_REMEMBERED) {
            failures.values().removeIf(one -> isOver(one, now));
        }
        if (failures.size() < MOST_REMEMBERED || failures.containsKey(key)) {
            failures.compute(
                    key,
                    (_, one) -> one == null || isOver(one, now)
                            ? new Failures(1, now)
                            : new Failures(one.count() + 1, one.since()));
        }
    }

    /** For how long nothing is looked up under a key; empty: it is not locked out. */
    public Optional<Duration> left(String key) {
        long now = nanoTime.getAsLong();
        return Optional.ofNullable(failures.get(key))
                .filter(one -> one.count() >= MOST_FAILURES && !isOver(one, now))
                .map(one -> WINDOW.minusNanos(now - one.since()));
    }

    private static boolean isOver(Failures one, long now) {
        return now - one.since() >= WINDOW.toNanos();
    }
}
