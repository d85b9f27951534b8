package io.signalbox.standalone.demo;

import java.io.PrintStream;
import java.util.List;

/** What the person who watches sees. */
final class Screen {
    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println("== " + text);
    }

    void say(String text) {
        out.println(text);
    }

    void table(List<String> lines) {
        lines.forEach(line -> out.println("  " + line));
    }

    /** Shows lines of a log as they come. */
    LogView.Sink log() {
        return line -> {
            out.println("  | " + line);
            out.flush();
        };
    }
}
