package io.signalbox.runner.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: at every gateway once without delay, then a random part of a span that doubles from 0.5 to 30 s ("full
 * jitter"), so that runners that lost a gateway together do not return together. Not thread-safe.
 */
public final class Backoff {
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final int gateways;
    private final RandomGenerator random;
    private int failures;

    public Backoff(int gateways, RandomGenerator random) {
        this.gateways = gateways;
        this.random = random;
    }

    /** After one more failure. */
    public Duration next() {
        failures++;
        if (failures < gateways) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - gateways, MOST_DOUBLINGS);
        Duration span = SHORTEST.multipliedBy(1L << doublings);
        long most = Math.min(span.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(random.nextLong(most + 1));
    }

    /** It works again. */
    public void reset() {
        failures = 0;
    }
}
