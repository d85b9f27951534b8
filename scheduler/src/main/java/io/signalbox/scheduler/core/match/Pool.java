package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.policy.Strategy;
import io.signalbox.scheduler.core.limit.Cap;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of runners of one pool that have free slots, and how these are given. */
final class Pool {
    private final PoolName name;
    private final Cap cap;
    private final List<RunnerClass> classes;
    /** By number: those of its classes that have free slots. */
    private final BitSet open = new BitSet();

    private Strategy strategy = Strategy.SPREAD;

    /** {@code classes} are those of all pools, by number. */
    Pool(PoolName name, Cap cap, List<RunnerClass> classes) {
        this.name = name;
        this.cap = cap;
        this.classes = classes;
    }

    PoolName name() {
        return name;
    }

    /** A class has free slots now, or has none any more. */
    void review(RunnerClass home) {
        open.set(home.number(), !home.free().isEmpty());
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
        for (int number = open.nextSetBit(0); number >= 0; number = open.nextSetBit(number + 1)) {
            if (queue.fits(number)) {
                RunnerClass home = classes.get(number);
                best = best == null || isBetter(home, best) ? home : best;
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
