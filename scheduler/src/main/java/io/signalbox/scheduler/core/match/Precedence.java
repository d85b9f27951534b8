package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.Comparator;

/** Which of two waiting tasks that could run on the same slot comes first. The one place that knows. */
final class Precedence {
    /** Age; the id makes the order total, so that a run can be replayed. */
    static final Comparator<TaskEntry> ORDER =
            Comparator.comparingLong(TaskEntry::createdAt).thenComparing(TaskEntry::id);

    private Precedence() {}
}
