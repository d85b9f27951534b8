package io.signalbox.runner.slot;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.journal.Journal;
import io.signalbox.runner.journal.OpenAttempt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A journal without a disk. */
final class MemoryJournal implements Journal {
    volatile boolean diskIsFull;
    private final Map<AttemptId, OpenAttempt> open = new LinkedHashMap<>();

    @Override
    public synchronized void began(OpenAttempt attempt) {
        requireRoom();
        open.put(attempt.attempt(), attempt);
    }

    @Override
    public synchronized void ended(AttemptId attempt, Outcome outcome) {
        requireRoom();
        open.computeIfPresent(attempt, (id, known) -> known.ended(outcome));
    }

    private void requireRoom() {
        if (diskIsFull) {
            throw new UncheckedIOException("the journal is full", new IOException("no space"));
        }
    }

    @Override
    public synchronized void acknowledged(AttemptId attempt) {
        open.remove(attempt);
    }

    @Override
    public synchronized List<OpenAttempt> open() {
        return List.copyOf(open.values());
    }
}
