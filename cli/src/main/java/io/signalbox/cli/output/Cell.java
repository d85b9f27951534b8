package io.signalbox.cli.output;

/**
 * A cell of a table; its text is made harmless here, whoever wrote it.
 *
 * @param text in one line
 * @param style how it stands out
 */
public record Cell(String text, Style style) {
    public Cell {
        text = Plain.line(text);
    }

    /** As it is. */
    public static Cell of(String text) {
        return new Cell(text, Style.NONE);
    }

    /** A number. */
    public static Cell of(long number) {
        return of(Long.toString(number));
    }

    int width() {
        return text.codePointCount(0, text.length());
    }

    /** Cut to so many characters. */
    Cell within(int most) {
        return width() <= most
                ? this
                : new Cell(text.substring(0, text.offsetByCodePoints(0, Math.max(0, most - 1))) + "…", style);
    }
}
