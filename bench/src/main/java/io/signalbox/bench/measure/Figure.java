package io.signalbox.bench.measure;

import java.util.Locale;

/**
 * One figure, on a line of its own.
 *
 * @param bench which measured it
 * @param value the number
 * @param meaning its unit first, then what it is of
 */
public record Figure(String bench, double value, String meaning) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.1f %s", bench, value, meaning);
    }
}
