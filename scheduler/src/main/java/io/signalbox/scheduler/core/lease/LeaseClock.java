package io.signalbox.scheduler.core.lease;

/**
 * The time by which leases are counted (C8): it goes on only between readings that succeeded, and only while at least one relay lives.
 * When the first relay is back every lease begins anew, and so it does at a take-over, since a new core has a new clock.
 */
public final class LeaseClock {
    private static final long LONGEST_STEP_MILLIS = 3_000;

    private long millis;
    private long restartedAt;
    private long readAt;
    private boolean running;

    /** The runners' documents were read while a relay lived. */
    public void advance(long monotonicMillis) {
        if (running) {
            millis += Math.min(monotonicMillis - readAt, LONGEST_STEP_MILLIS);
        } else {
            running = true;
            restartedAt = millis;
        }
        readAt = monotonicMillis;
    }

    /** No relay lives: nobody could renew anything. */
    public void suspend() {
        running = false;
    }

    /** What it shows. */
    public long millis() {
        return millis;
    }

    /** For how long it has gone on since {@code then}, or since every lease began anew. */
    public long since(long then) {
        return millis - Math.max(then, restartedAt);
    }
}
