package io.signalbox.scheduler.simulation.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often something happened while faults went on: histories in which nothing happens violate nothing.
 *
 * @param counts by what happened
 */
public record Tally(Map<String, Long> counts) {
    /** Nothing yet. */
    public static final Tally NONE = new Tally(Map.of());

    public Tally {
        counts = Map.copyOf(counts);
    }

    /** How often this happened. */
    public long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        Map<String, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((what, count) -> sum.merge(what, count, Long::sum));
        return new Tally(sum);
    }

    @Override
    public String toString() {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> "%,d × %s".formatted(entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
