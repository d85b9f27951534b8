package io.signalbox.runner.config.check;

/**
 * What a check found, in one line.
 *
 * @param verdict whether a runner can work with it
 * @param about what was looked at
 * @param text what was seen, or what is wrong and what to do
 */
public record Finding(Verdict verdict, String about, String text) {
    /** Whether a runner can work with it. */
    public enum Verdict {
        OK,
        WRONG
    }

    static Finding ok(String about, String text) {
        return new Finding(Verdict.OK, about, text);
    }

    static Finding wrong(String about, String text) {
        return new Finding(Verdict.WRONG, about, text);
    }

    /** Whether it is to be mended. */
    public boolean isWrong() {
        return verdict == Verdict.WRONG;
    }

    @Override
    public String toString() {
        return "%-6s %-12s %s".formatted(isWrong() ? "WRONG" : "ok", about, text);
    }
}
