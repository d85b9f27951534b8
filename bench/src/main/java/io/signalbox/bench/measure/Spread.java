package io.signalbox.bench.measure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Many measurements of one thing. Immutable. */
public final class Spread {
    private final double[] sorted;

    private Spread(double[] sorted) {
        this.sorted = sorted;
    }

    /** The spread of at least one value. */
    public static Spread of(DoubleStream values) {
        double[] sorted = values.toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        Arrays.sort(sorted);
        return new Spread(sorted);
    }

    /** How many values there are. */
    public int count() {
        return sorted.length;
    }

    /** The value that the given share of all values does not exceed (nearest rank). */
    public double percentile(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1];
    }

    /** The largest value. */
    public double most() {
        return sorted[sorted.length - 1];
    }
}
