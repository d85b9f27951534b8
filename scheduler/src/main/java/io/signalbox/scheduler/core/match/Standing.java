package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a queue stands among those of its project and priority that a class of runners can do: at the age of the head that was seen last.
 * A head that was taken since is noticed when the standing comes up; an older one must be told ({@link #surface}).
 */
final class Standing {
    /** By the age of the heads that were seen; only those that stand in a line are compared, and these have one. */
    static final Comparator<Standing> AGE =
            Comparator.<Standing>comparingLong(standing -> standing.since).thenComparing(standing -> standing.id);

    private final RunnerClass home;
    private final Line line;
    private final WaitingQueue queue;
    private @Nullable TaskEntry seen;
    private long since;
    private String id = "";

    Standing(RunnerClass home, Line line, WaitingQueue queue) {
        this.home = home;
        this.line = line;
        this.queue = queue;
    }

    RunnerClass home() {
        return home;
    }

    WaitingQueue queue() {
        return queue;
    }

    /** The queue has a new head: one that is younger than what was seen can wait until this comes up. */
    void surface(TaskEntry head) {
        if (seen == null || head.waitsSince() < since) {
            line.place(this, head);
        }
    }

    /** Whether what was seen is still true. */
    boolean isTrue() {
        return seen != null && seen.equals(queue.head());
    }

    /** Whether it stands in its line. */
    boolean isPlaced() {
        return seen != null;
    }

    /** It does not stand in its line any more. */
    void leave() {
        line.remove(this);
    }

    void see(TaskEntry head) {
        seen = head;
        since = head.waitsSince();
        id = head.id().value();
    }

    void forget() {
        seen = null;
    }
}
