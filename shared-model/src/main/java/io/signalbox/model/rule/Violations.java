package io.signalbox.model.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects violations; stops collecting at {@value #MOST}, so that an answer stays readable. */
final class Violations {
    private static final int MOST = 20;
    private static final int SHOWN = 40;
    private final List<Violation> found = new ArrayList<>();

    void require(boolean holds, String pointer, String expected) {
        if (!holds && found.size() < MOST) {
            found.add(new Violation(pointer, expected));
        }
    }

    void range(String pointer, long value, long least, long most) {
        require(
                value >= least && value <= most,
                pointer,
                "must be from %d to %d, but was %d".formatted(least, most, value));
    }

    void range(String pointer, Duration value, Duration least, Duration most) {
        boolean within = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        require(within, pointer, "must be from %s to %s, but was %s".formatted(least, most, value));
    }

    /** At most so many elements. Whether the elements may be looked at. */
    boolean size(String pointer, int size, int most) {
        require(size <= most, pointer, "must have at most %d elements, but has %d".formatted(most, size));
        return size <= most;
    }

    void text(String pointer, @Nullable String value, int most) {
        if (value == null) {
            require(false, pointer, "must not be null");
            return;
        }
        require(
                value.length() <= most,
                pointer,
                "must have at most %d characters, but has %d".formatted(most, value.length()));
        require(value.indexOf('\0') < 0, pointer, "must not contain the NUL character");
    }

    void matching(String pointer, @Nullable String value, Pattern pattern, String shape) {
        boolean matches = value != null && pattern.matcher(value).matches();
        require(matches, pointer, "must be %s, but was %s".formatted(shape, shown(value)));
    }

    List<Violation> found() {
        return List.copyOf(found);
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        String printable = value.replaceAll("\\p{Cntrl}", "\uFFFD");
        return printable.length() <= SHOWN ? "'" + printable + "'" : "'" + printable.substring(0, SHOWN) + "…'";
    }
}
