package io.signalbox.standalone.demo;

import io.signalbox.standalone.demo.Answers.LogEvent;
import io.signalbox.standalone.demo.Answers.LogPage;
import java.io.IOException;

/** Follows the log of a task while it runs: each request is held until there is more. Output arrives in pieces, not in lines. */
final class LogView {
    /** Takes a log line by line, in order. */
    interface Sink {
        void line(String text);

        /** Nothing follows. */
        default void end() {}
    }

    private final Sink sink;
    private final StringBuilder unfinished = new StringBuilder();

    LogView(Sink sink) {
        this.sink = sink;
    }

    /** Returns when the log is sealed. */
    void follow(Api api, String task) throws IOException, InterruptedException {
        long next = 0;
        boolean complete = false;
        while (!complete) {
            var page = api.get(LogPage.class, "tasks/%s/log?from=%d&limit=500&wait=25".formatted(task, next));
            page.events().forEach(this::show);
            next = page.next();
            complete = page.complete();
        }
        end();
    }

    void end() {
        endLine();
        sink.end();
    }

    void show(LogEvent event) {
        if (event.output() != null) {
            showOutput(event.output());
        } else if (event.kind().equals("command") && event.command() != null) {
            endLine();
            event.command().lines().forEach(line -> sink.line("$ " + line));
        }
    }

    private void showOutput(String piece) {
        unfinished.append(piece);
        for (int end; (end = unfinished.indexOf("\n")) >= 0; unfinished.delete(0, end + 1)) {
            sink.line(unfinished.substring(0, end).stripTrailing());
        }
    }

    private void endLine() {
        if (!unfinished.isEmpty()) {
            sink.line(unfinished.toString());
            unfinished.setLength(0);
        }
    }
}
