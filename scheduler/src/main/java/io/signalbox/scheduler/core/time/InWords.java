package io.signalbox.scheduler.core.time;

import java.time.Duration;
import java.util.List;

/** How durations are said to people: {@code 45 s}, {@code 3 min}, {@code 1 h 5 min}. Programs get them as ISO 8601. */
public final class InWords {
    private static final List<Unit> UNITS =
            List.of(new Unit("d", 86_400), new Unit("h", 3_600), new Unit("min", 60), new Unit("s", 1));

    private InWords() {}

    private record Unit(String sign, long seconds) {}

    /** The largest unit of a duration that is not negative, and the next smaller one unless there is none of it. */
    public static String of(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a duration must not be negative, but was " + duration);
        }
        long seconds = duration.toSeconds();
        if (seconds == 0) {
            return duration.isZero() ? "0 s" : "less than 1 s";
        }
        int unit = 0;
        while (seconds < UNITS.get(unit).seconds) {
            unit++;
        }
        return said(seconds, UNITS.subList(unit, UNITS.size()));
    }

    private static String said(long seconds, List<Unit> units) {
        Unit largest = units.getFirst();
        String large = seconds / largest.seconds + " " + largest.sign;
        if (units.size() == 1) {
            return large;
        }
        Unit next = units.get(1);
        long rest = seconds % largest.seconds / next.seconds;
        return rest == 0 ? large : large + " " + rest + " " + next.sign;
    }
}
