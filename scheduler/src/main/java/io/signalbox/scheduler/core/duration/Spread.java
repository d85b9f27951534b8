package io.signalbox.scheduler.core.duration;

import java.util.Arrays;

/** How long tasks of one kind took: the newest of them, in milliseconds. Immutable, so that a snapshot can share it. */
public final class Spread {
    /** Nothing was measured. */
    public static final Spread UNKNOWN = new Spread(new long[0]);

    private static final int KEPT = 32;
    /** What has outlived all that was measured is expected to go on for half of its age. */
    private static final int REST_OF_AN_OLD_ONE = 2;

    private final long[] millis;
    private final double mean;
    private final double meanSquare;

    private Spread(long[] millis) {
        this.millis = millis;
        this.mean = Arrays.stream(millis).average().orElse(0);
        this.meanSquare = Arrays.stream(millis)
                .mapToDouble(took -> (double) took * took)
                .average()
                .orElse(0);
    }

    /** With one more; the oldest is forgotten when there are many. */
    public Spread with(long tookMillis) {
        int kept = Math.min(millis.length, KEPT - 1);
        long[] longer = Arrays.copyOfRange(millis, millis.length - kept, millis.length + 1);
        longer[kept] = Math.max(1, tookMillis);
        return new Spread(longer);
    }

    /** Whether anything was measured. */
    public boolean isKnown() {
        return millis.length > 0;
    }

    /** How long one takes on average; 0 while nothing is known. */
    public double mean() {
        return mean;
    }

    /** The mean of their squares, which says how much they differ. */
    public double meanSquare() {
        return meanSquare;
    }

    /** One of them: which is said by a number from 0 to 1; 0 while nothing is known. */
    public double at(double part) {
        return millis.length == 0 ? 0 : millis[Math.min(millis.length - 1, (int) (part * millis.length))];
    }

    /** For how long one that has run for {@code elapsed} will go on: as long as those did that took longer. */
    public double rest(long elapsed) {
        double sum = 0;
        int longer = 0;
        for (long took : millis) {
            if (took > elapsed) {
                sum += took - elapsed;
                longer++;
            }
        }
        return longer == 0 ? (double) elapsed / REST_OF_AN_OLD_ONE : sum / longer;
    }
}
