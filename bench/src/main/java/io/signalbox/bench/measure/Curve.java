package io.signalbox.bench.measure;

import java.util.List;

/**
 * One line of a {@link Plot}.
 *
 * @param name of what it shows
 * @param values one for each place on the plot's horizontal axis, none below 0
 */
public record Curve(String name, List<Double> values) {
    public Curve {
        values = List.copyOf(values);
        if (values.stream().anyMatch(value -> !(value >= 0))) {
            throw new IllegalArgumentException("A curve has values from 0 on, found " + values);
        }
    }
}
