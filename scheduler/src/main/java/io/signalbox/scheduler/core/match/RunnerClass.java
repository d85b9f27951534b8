package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.share.FairShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runners that no demand can tell apart: their free slots, and what waits for them. */
final class RunnerClass {
    private final int number;
    private final Runner.Profile profile;
    private final Pool pool;
    private final Roster free = new Roster();
    private final List<Level> levels = new ArrayList<>();

    RunnerClass(int number, Runner.Profile profile, Pool pool) {
        this.number = number;
        this.profile = profile;
        this.pool = pool;
    }

    int number() {
        return number;
    }

    Runner.Profile profile() {
        return profile;
    }

    Pool pool() {
        return pool;
    }

    Roster free() {
        return free;
    }

    /** Whether one more task may be put here. */
    boolean isOpen() {
        return !free.isEmpty() && pool.hasRoom();
    }

    Level level(int priority) {
        for (Level level : levels) {
            if (level.priority() == priority) {
                return level;
            }
        }
        Level opened = new Level(priority);
        levels.add(opened);
        levels.sort(Comparator.comparingInt(Level::priority).reversed());
        return opened;
    }

    /** The queue whose head goes next: of the most urgent level that has one, a higher before an equally urgent lower one. */
    @Nullable
    WaitingQueue next(long monotonicMillis, FairShare share) {
        Level next = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Level level : levels) {
            double urgency = level.urgency(monotonicMillis);
            if (urgency > most && level.isRunnable()) {
                next = level;
                most = urgency;
            }
        }
        if (next == null) {
            return null;
        }
        passOverThoseBelow(next, monotonicMillis);
        return next.next(share);
    }

    private void passOverThoseBelow(Level next, long monotonicMillis) {
        for (Level level : levels) {
            if (level.priority() < next.priority() && level.isRunnable()) {
                level.passOver(monotonicMillis);
            }
        }
    }
}
