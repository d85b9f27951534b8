package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.ProjectName;
import io.signalbox.scheduler.core.share.FairShare;
import io.signalbox.scheduler.core.time.Ageing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one priority that one class of runners can do, by project. A level ages while higher ones go before it: it gains a point of
 * priority for each minute, and one for every ten tasks, that it was passed over, until one of its tasks goes. So a level with priority
 * {@code p} waits for the turn of a class at most until 10 × (101 − p) tasks of higher levels went before it there, or 101 − p minutes.
 */
final class Level {
    private static final Comparator<Line> BY_NAME =
            Comparator.comparing(line -> line.account().project().value());
    private static final long NEVER = Long.MIN_VALUE;

    private final int priority;
    private final List<Line> lines = new ArrayList<>();
    private final List<Line> runnable = new ArrayList<>();
    private long passedSince = NEVER;
    private int passes;

    Level(int priority) {
        this.priority = priority;
    }

    int priority() {
        return priority;
    }

    /** Its priority with what it gained by age. */
    double urgency(long monotonicMillis) {
        return passedSince == NEVER
                ? priority
                : priority + Ageing.points(passes, (double) (monotonicMillis - passedSince));
    }

    Line line(ProjectName project, Function<ProjectName, Line> open) {
        for (Line line : lines) {
            if (line.account().project().equals(project)) {
                return line;
            }
        }
        Line opened = open.apply(project);
        lines.add(opened);
        lines.sort(BY_NAME);
        return opened;
    }

    /** Whether any of its tasks may go. */
    boolean isRunnable() {
        for (Line line : lines) {
            if (line.isRunnable()) {
                return true;
            }
        }
        return false;
    }

    /** The queue whose head goes: of the project whose turn it is, the one with the oldest. */
    @Nullable
    WaitingQueue next(FairShare share) {
        runnable.clear();
        for (Line line : lines) {
            if (line.isRunnable()) {
                runnable.add(line);
            }
        }
        passedSince = NEVER;
        passes = 0;
        return runnable.isEmpty() ? null : share.next(runnable).first();
    }

    /** A task of a higher level goes, and one of this level could have gone. */
    void passOver(long monotonicMillis) {
        if (passedSince == NEVER) {
            passedSince = monotonicMillis;
        }
        passes++;
    }
}
