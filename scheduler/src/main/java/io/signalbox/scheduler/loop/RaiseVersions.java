package io.signalbox.scheduler.loop;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.loop.batch.ChangeOutcome;
import io.signalbox.scheduler.loop.batch.CommitMark;
import io.signalbox.scheduler.loop.batch.TaskStore;
import io.signalbox.scheduler.loop.leadership.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Raises the version of live tasks before a new leader relies on what it read (C15): whatever an older leader still has on its way misses
 * from then on. What changed in between is read again.
 *
 * @param term of the new leader
 * @param tasks the tasks
 */
record RaiseVersions(Term term, TaskStore tasks) {

    /** These tasks as they stand with raised versions, without those that are live no more; blocks. Incomplete when the term is over. */
    List<StoredTask> raise(List<StoredTask> read) {
        var mark = CommitMark.ofTakeOver(term.epoch());
        List<StoredTask> raised = new ArrayList<>();
        List<StoredTask> open = read;
        while (!open.isEmpty() && term.awaitPermission()) {
            List<ChangeOutcome> outcomes = tasks.raise(mark, open);
            List<TaskId> again = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                StoredTask task = open.get(i);
                switch (outcomes.get(i)) {
                    case APPLIED -> raised.add(task.raised());
                    case MISSED, NOT_SENT -> again.add(task.id());
                    case UNKNOWN, REJECTED -> term.end();
                }
            }
            open = again.isEmpty() ? List.of() : live(tasks.read(again));
        }
        return raised;
    }

    private static List<StoredTask> live(List<StoredTask> read) {
        return read.stream()
                .filter(task -> task.status() instanceof TaskStatus.Live)
                .toList();
    }
}
