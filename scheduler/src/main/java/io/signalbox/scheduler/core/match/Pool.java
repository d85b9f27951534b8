package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.policy.Strategy;
import io.signalbox.scheduler.core.limit.Cap;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The classes of runners of one pool that have free slots, and how these are given. */
final class Pool {
    private final PoolName name;
    private final Cap cap;
    private final NavigableSet<RunnerClass> open = new TreeSet<>(RunnerClass.KNOWN);
    private Strategy strategy = Strategy.SPREAD;

    Pool(PoolName name, Cap cap) {
        this.name = name;
        this.cap = cap;
    }

    PoolName name() {
        return name;
    }

    /** A class has free slots now, or has none any more. */
    void review(RunnerClass home) {
        if (home.free().isEmpty()) {
            open.remove(home);
        } else {
            open.add(home);
        }
    }

    boolean hasRoom() {
        return cap.hasRoom();
    }

    Strategy strategy() {
        return strategy;
    }

    void follow(Strategy newStrategy) {
        strategy = newStrategy;
    }

    /** The class whose runner the strategy would take for a task of {@code queue}; null when none has a free slot. */
    @Nullable
    RunnerClass best(WaitingQueue queue) {
        RunnerClass best = null;
        for (RunnerClass home : open) {
            if (queue.fitting().contains(home) && (best == null || isBetter(home, best))) {
                best = home;
            }
        }
        return best;
    }

    private boolean isBetter(RunnerClass home, RunnerClass than) {
        int room = home.free().bestRoom(strategy);
        int other = than.free().bestRoom(strategy);
        return switch (strategy) {
            case SPREAD -> room > other;
            case PACK -> room < other;
        };
    }
}
