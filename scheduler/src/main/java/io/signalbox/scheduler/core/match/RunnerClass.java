package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Runners that no demand can tell apart, and their free slots: the one that has been free longest is given first. */
final class RunnerClass {
    private final Runner.Profile profile;
    private final SequencedSet<Slot> free = new LinkedHashSet<>();
    private final List<WaitingQueue> fitting = new ArrayList<>();

    RunnerClass(Runner.Profile profile) {
        this.profile = profile;
    }

    Runner.Profile profile() {
        return profile;
    }

    /** The queues whose tasks it can do. */
    List<WaitingQueue> fitting() {
        return fitting;
    }

    SequencedSet<Slot> free() {
        return free;
    }

    /** The queue whose head comes first. It costs as many comparisons as there are demands, however many tasks wait. */
    @Nullable
    WaitingQueue first() {
        WaitingQueue first = null;
        for (WaitingQueue queue : fitting) {
            if (!queue.isEmpty() && (first == null || isEarlier(queue, first))) {
                first = queue;
            }
        }
        return first;
    }

    private static boolean isEarlier(WaitingQueue queue, WaitingQueue than) {
        return Precedence.ORDER.compare(queue.head(), than.head()) < 0;
    }
}
