package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.Comparator;

/** Which of two tasks of one project and priority comes first. What stands above it: {@link Level}, then the project's turn. */
final class Precedence {
    /** For how long it has been ready; the id makes the order total, so that a run can be replayed. */
    static final Comparator<TaskEntry> AGE = Precedence::compare;

    private Precedence() {}

    private static int compare(TaskEntry one, TaskEntry other) {
        int byAge = Long.compare(one.waitsSince(), other.waitsSince());
        return byAge != 0 ? byAge : one.id().compareTo(other.id());
    }
}
