package io.signalbox.gateway.webhook.delivery;

import java.time.Duration;

/**
 * When a delivery that failed is tried again: after 5 s, then twice as long each time, at most every hour, less up to a fifth; not before the pause
 * is over that its receiver asked for.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;
    private static final double SPREAD = 0.2;

    private Backoff() {}

    /**
     * How long to wait.
     *
     * @param tries how often it has failed so far
     * @param wanted the pause that the receiver asked for
     * @param chance from 0 to 1
     */
    static Duration after(int tries, Duration wanted, double chance) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        Duration wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Duration usual = Duration.ofMillis((long) (wait.toMillis() * (1 - SPREAD * chance)));
        return wanted.compareTo(usual) > 0 ? wanted : usual;
    }
}
