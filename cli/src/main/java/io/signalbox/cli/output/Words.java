package io.signalbox.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Times and numbers as people say them. */
public final class Words {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Words() {}

    /** A time in its two largest units: {@code 45s}, {@code 3m 5s}, {@code 2h 10m}, {@code 3d 4h}. */
    public static String of(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < MINUTE) {
            return seconds + "s";
        }
        if (seconds < HOUR) {
            return pair(seconds / MINUTE, "m", seconds % MINUTE, "s");
        }
        return seconds < DAY
                ? pair(seconds / HOUR, "h", seconds % HOUR / MINUTE, "m")
                : pair(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }

    /** How long ago it was; empty where it was never. */
    public static String since(Optional<Instant> moment, Instant now) {
        return moment.map(then -> of(Duration.between(then, now))).orElse("");
    }

    /** A number with its noun: {@code 1 runner}, {@code 2 runners}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String pair(long large, String one, long small, String other) {
        return large + one + (small == 0 ? "" : " " + small + other);
    }
}
