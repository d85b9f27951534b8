package io.signalbox.cli.doctor;

import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Style;

/**
 * What a check found, in one line.
 *
 * @param verdict whether all is well
 * @param about what was looked at
 * @param text what was seen, or what is wrong and what to do
 */
record Finding(Verdict verdict, String about, String text) {
    /** Whether all is well. */
    enum Verdict {
        OK("ok", Style.GOOD),
        LOOK("look", Style.UNDER_WAY),
        WRONG("WRONG", Style.BAD);

        private final String word;
        private final Style style;

        Verdict(String word, Style style) {
            this.word = word;
            this.style = style;
        }

        Cell cell() {
            return new Cell(word, style);
        }
    }

    static Finding ok(String about, String text) {
        return new Finding(Verdict.OK, about, text);
    }

    /** Not wrong, but worth a look. */
    static Finding look(String about, String text) {
        return new Finding(Verdict.LOOK, about, text);
    }

    static Finding wrong(String about, String text) {
        return new Finding(Verdict.WRONG, about, text);
    }

    boolean isWrong() {
        return verdict == Verdict.WRONG;
    }
}
