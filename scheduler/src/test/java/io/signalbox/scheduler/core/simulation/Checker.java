package io.signalbox.scheduler.core.simulation;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.simulation.SimulatedRunner.Work;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.world.ModelStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What must hold after every step, and at the end. */
final class Checker {
    private final ModelStore store;
    private final Set<AttemptId> started = new HashSet<>();
    private final Map<TaskId, TaskState> promised = new HashMap<>();

    Checker(ModelStore store) {
        this.store = store;
    }

    /** A runner starts an attempt: it must be the current one (I2), and never was started before (C2). */
    void starts(Work work) {
        require(store.isCurrent(work.task(), work.attempt()), "I2: outlived attempt starts: " + work);
        require(started.add(work.attempt()), "C2: attempt starts twice: " + work);
    }

    /** The end of the current attempt was stored as a report and acknowledged to its runner. */
    void passed(Work work) {
        promised.put(work.task(), TaskState.PASSED);
    }

    /** A decision is about to be committed: what was taken back must not have started (C1). */
    void commits(Decision decision) {
        for (TaskChange change : decision.changes()) {
            StoredTask before = store.find(change.task());
            if (before != null && before.version() == change.expectedVersion()) {
                takesBack(before, change);
            }
        }
    }

    /** Faults have ended: every task has, too (I1), and what was reported as passed is (I4, C18). */
    void ends() {
        for (StoredTask task : store.tasks()) {
            require(task.status().state().isTerminal(), "I1: task never ends: " + task);
            TaskState expected = promised.get(task.id());
            require(
                    expected == null || task.status().state() == expected,
                    "C18: task was reported as passed: " + task + " " + store.history(task.id()));
        }
    }

    private void takesBack(StoredTask before, TaskChange change) {
        if (before.status() instanceof TaskStatus.Live live
                && change.ended().isEmpty()
                && !isStillOn(change, live.attempt().id())) {
            require(!started.contains(live.attempt().id()), "C1: attempt that started is taken back: " + before);
        }
    }

    private static boolean isStillOn(TaskChange change, AttemptId attempt) {
        return change.status() instanceof TaskStatus.Live live
                && live.attempt().id().equals(attempt);
    }

    private static void require(boolean holds, String violation) {
        if (!holds) {
            throw new Violation(violation);
        }
    }

    /** Something that must hold does not. */
    static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1;

        Violation(String message) {
            super(message);
        }
    }
}
