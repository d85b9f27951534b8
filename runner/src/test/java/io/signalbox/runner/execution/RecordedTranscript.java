package io.signalbox.runner.execution;

import io.signalbox.model.task.AttemptResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps a transcript as lines such as {@code "> echo hi"}, {@code "hi\n"}, {@code "< 0"}, {@code "= passed"}. */
public final class RecordedTranscript implements Transcript {
    private final List<String> lines = new ArrayList<>();

    @Override
    public synchronized void jobStarted() {
        lines.add("*");
    }

    @Override
    public synchronized void commandStarted(String title) {
        lines.add("> " + title);
    }

    @Override
    public synchronized void commandFinished(int exitCode) {
        lines.add("< " + exitCode);
    }

    @Override
    public synchronized void jobFinished(AttemptResult result) {
        lines.add("= " + result.wire());
    }

    @Override
    public synchronized void write(byte[] buffer, int length) {
        if (length > 0) {
            lines.add(new String(buffer, 0, length, StandardCharsets.UTF_8));
        }
    }

    /** What was recorded so far. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
