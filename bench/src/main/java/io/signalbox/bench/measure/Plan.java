package io.signalbox.bench.measure;

import java.util.Optional;

/**
 * How the store has read a list.
 *
 * @param summary which indexes it used, in its own words
 * @param sorted whether it sorted in memory
 * @param examined how many documents it looked at
 */
public record Plan(String summary, boolean sorted, long examined) {

    /** What is wrong with it, where so many documents are enough. */
    public Optional<String> fault(long enough) {
        if (!summary.contains("IXSCAN") || summary.contains("COLLSCAN")) {
            return Optional.of("no index: " + summary);
        }
        if (sorted) {
            return Optional.of("sorted in memory: " + summary);
        }
        return examined > enough
                ? Optional.of(examined + " documents looked at, where " + enough + " are enough: " + summary)
                : Optional.empty();
    }
}
