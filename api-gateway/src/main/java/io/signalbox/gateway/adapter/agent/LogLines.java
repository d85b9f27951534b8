package io.signalbox.gateway.adapter.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A log push taken apart, as bytes: an event each line; empty lines are none. */
final class LogLines {
    private static final int MOST_DIGITS = 12;

    private LogLines() {}

    static List<byte[]> split(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= body.length; at++) {
            if (at == body.length || body[at] == '\n') {
                if (at > from) {
                    lines.add(Arrays.copyOfRange(body, from, at));
                }
                from = at + 1;
            }
        }
        return lines;
    }

    /** A position in a log. */
    static Optional<Long> index(@Nullable String text) {
        boolean isNumber = text != null
                && !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
