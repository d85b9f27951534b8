package io.signalbox.bench.adapter.fleet;

/** What is measured of one runner. Written by it, read by the measurement. */
final class Track {
    private volatile boolean back;
    private volatile long backAt;
    private volatile int tries;
    private volatile long beatAt;
    private volatile long longestGap;

    /** Begins anew. */
    void reset() {
        tries = 0;
        longestGap = 0;
    }

    synchronized void tried() {
        tries++;
    }

    void lost() {
        back = false;
    }

    /** A sync was answered; that of a running task only after its beat was stored. */
    synchronized void heard(boolean beat) {
        long now = System.nanoTime();
        if (!back) {
            backAt = now;
            back = true;
        }
        if (beat) {
            longestGap = beatAt == 0 ? longestGap : Math.max(longestGap, now - beatAt);
            beatAt = now;
        }
    }

    boolean isBack() {
        return back;
    }

    /** When a sync was answered first on its newest connection. */
    long backAt() {
        return backAt;
    }

    /** Connections since the beginning. */
    int tries() {
        return tries;
    }

    /** The longest time between two beats that the gateway stored, in nanoseconds. */
    long longestGap() {
        return longestGap;
    }
}
