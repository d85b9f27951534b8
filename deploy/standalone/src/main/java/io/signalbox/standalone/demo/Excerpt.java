package io.signalbox.standalone.demo;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;

/** Passes on the first and the last lines of many, and says how many it left out. */
final class Excerpt implements LogView.Sink {
    private static final int KEPT = 3;

    private final LogView.Sink target;
    private final Queue<String> last = new ArrayDeque<>();
    private long seen;

    Excerpt(LogView.Sink target) {
        this.target = target;
    }

    @Override
    public void line(String text) {
        if (++seen <= KEPT) {
            target.line(text);
            return;
        }
        last.add(text);
        if (last.size() > KEPT) {
            last.remove();
        }
    }

    @Override
    public void end() {
        var left = seen - KEPT - last.size();
        if (left > 0) {
            target.line(String.format(Locale.ROOT, "... %,d lines more ...", left));
        }
        last.forEach(target::line);
        target.end();
    }
}
