package io.signalbox.scheduler.core.share;

/** What tasks usually cost, in milliseconds of slot time: the newest counts for a tenth, so about the last ten tasks count. */
final class Usual {
    private static final double FIRST_MILLIS = 60_000;
    private static final double NEWEST = 0.1;

    private double millis = FIRST_MILLIS;
    private boolean measured;

    double millis() {
        return millis;
    }

    boolean isMeasured() {
        return measured;
    }

    void measure(double tookMillis) {
        millis = measured ? millis + NEWEST * (tookMillis - millis) : tookMillis;
        measured = true;
    }
}
