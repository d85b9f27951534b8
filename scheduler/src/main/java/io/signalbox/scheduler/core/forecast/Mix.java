package io.signalbox.scheduler.core.forecast;

import io.signalbox.scheduler.core.duration.Spread;
import java.util.ArrayList;
import java.util.List;

/** Tasks of several kinds, which take what such tasks took lately. Their order is an even one, and always the same. */
final class Mix {
    /** Multiples of these two, of which only the fractions count, fill a square evenly (Roberts, 2018). */
    private static final double EVEN_KIND = 0.7548776662466927;

    private static final double EVEN_DURATION = 0.5698402909980532;

    private final List<Part> parts = new ArrayList<>();
    private double tasks;
    private double millis;
    private double squares;

    private record Part(double upTo, Spread usual) {}

    /** So many more of one kind. */
    void add(double more, Spread usual) {
        tasks += more;
        millis += more * usual.mean();
        squares += more * usual.meanSquare();
        if (more > 0) {
            parts.add(new Part(tasks, usual));
        }
    }

    /** A part of another mix. */
    void add(double more, Mix other) {
        double before = 0;
        for (Part part : other.parts) {
            double share = (part.upTo - before) / other.tasks;
            add(more * share, part.usual);
            before = part.upTo;
        }
    }

    double tasks() {
        return tasks;
    }

    double mean() {
        return tasks == 0 ? 0 : millis / tasks;
    }

    /** The square of their coefficient of variation: 0 where all take equally long. */
    double variation() {
        double mean = mean();
        return mean == 0 ? 0 : Math.max(0, squares / tasks / mean / mean - 1);
    }

    /** How long the task of this number takes. */
    double duration(int number) {
        double place = fraction(0.5 + number * EVEN_KIND) * tasks;
        int part = partAt(place);
        return part == parts.size() ? mean() : parts.get(part).usual.at(fraction(0.5 + number * EVEN_DURATION));
    }

    /** The first part that ends behind the place. */
    private int partAt(double place) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place < parts.get(middle).upTo) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double fraction(double number) {
        return number - Math.floor(number);
    }
}
