package io.signalbox.faults.core.check;

import io.signalbox.faults.core.history.Plan;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The output of an attempt beside what it must have written.
 *
 * @param script what its task does
 * @param attempt whose
 * @param output what came out of Signalbox
 */
record LogText(Plan.Script script, String attempt, String output) {
    private static final Pattern NEWLINE = Pattern.compile("\n");

    /** How it differs from what was written whole, or from a beginning of it where the attempt was ended; nothing may be there that was not written. */
    Optional<String> difference(boolean whole, int written) {
        String expected = script.output(attempt);
        if (whole) {
            return output.equals(expected) ? Optional.empty() : Optional.of(firstDifference(expected));
        }
        if (!expected.startsWith(output)) {
            return Optional.of(firstDifference(expected));
        }
        long lines = NEWLINE.splitAsStream(output).count();
        return lines > written + 1L
                ? Optional.of("it has " + lines + " lines, and " + written + " were written")
                : Optional.empty();
    }

    /** What is out of order in it, or twice, though parts of it are missing. */
    Optional<String> disorder() {
        int last = 0;
        for (String line : List.of(NEWLINE.split(output))) {
            int number = numberOf(line);
            if (number > 0 && number <= last) {
                return Optional.of("line " + number + " stands behind line " + last);
            }
            last = Math.max(last, number);
        }
        return Optional.empty();
    }

    /** The number of a line that is whole; 0 for what is left of one beside a gap. */
    private int numberOf(String line) {
        String[] words = line.split(" ", 3);
        boolean numbered = words.length == 3 && words[1].chars().allMatch(Character::isDigit) && !words[1].isEmpty();
        if (!numbered) {
            return 0;
        }
        int number = Integer.parseInt(words[1]);
        return line.equals(script.line(attempt, number)) ? number : 0;
    }

    private String firstDifference(String expected) {
        int at = 0;
        while (at < Math.min(output.length(), expected.length()) && output.charAt(at) == expected.charAt(at)) {
            at++;
        }
        long line =
                1 + expected.substring(0, at).chars().filter(it -> it == '\n').count();
        return "%d bytes instead of %d, different from line %d on: %s"
                .formatted(output.length(), expected.length(), line, excerpt(at));
    }

    private String excerpt(int at) {
        return "'" + output.substring(at, Math.min(output.length(), at + 60)).replace("\n", "\\n") + "'";
    }
}
