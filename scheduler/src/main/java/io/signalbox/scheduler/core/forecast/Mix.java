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
        for (Part part : other.parts) {
            double share = (part.upTo - other.before(part)) / other.tasks;
            add(more * share, part.usual);
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
        for (Part part : parts) {
            if (place < part.upTo) {
                return part.usual.at(fraction(0.5 + number * EVEN_DURATION));
            }
        }
        return mean();
    }

    private double before(Part part) {
        int place = parts.indexOf(part);
        return place == 0 ? 0 : parts.get(place - 1).upTo;
    }

    private static double fraction(double number) {
        return number - Math.floor(number);
    }
}
