package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** A runner with its free slots; the one that has been free longest is given first. */
final class Seat {
    private final Runner runner;
    private final SequencedSet<Slot> free = new LinkedHashSet<>(4);

    Seat(Runner runner) {
        this.runner = runner;
    }

    Runner runner() {
        return runner;
    }

    SequencedSet<Slot> free() {
        return free;
    }

    int room() {
        return free.size();
    }
}
