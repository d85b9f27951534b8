package io.signalbox.scheduler.core.task;

import static io.signalbox.model.task.TaskState.ASSIGNED;
import static io.signalbox.model.task.TaskState.CANCELED;
import static io.signalbox.model.task.TaskState.FAILED;
import static io.signalbox.model.task.TaskState.LOST;
import static io.signalbox.model.task.TaskState.PASSED;
import static io.signalbox.model.task.TaskState.QUEUED;
import static io.signalbox.model.task.TaskState.RUNNING;
import static io.signalbox.model.task.TaskState.TIMED_OUT;

import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskState;
import java.util.List;

/**
 * The task's state machine as a table: every change of a task's state passes here, and nothing leads out of a terminal state (I4).
 * {@code docs/state-machine.md} is written from it.
 */
public final class Transitions {
    private static final List<Transition> TABLE = List.of(
            new Transition(QUEUED, Trigger.ASSIGN, ASSIGNED),
            new Transition(QUEUED, Trigger.CANCEL, CANCELED),
            new Transition(QUEUED, Trigger.REJECT, CANCELED),
            new Transition(QUEUED, Trigger.EXPIRE, CANCELED),
            new Transition(QUEUED, Trigger.POSTPONE, QUEUED),
            new Transition(QUEUED, Trigger.RELEASE, QUEUED),
            new Transition(ASSIGNED, Trigger.STAMP, ASSIGNED),
            new Transition(ASSIGNED, Trigger.CANCEL, ASSIGNED),
            new Transition(ASSIGNED, Trigger.CLAIM, RUNNING),
            new Transition(ASSIGNED, Trigger.WITHDRAW, QUEUED),
            new Transition(ASSIGNED, Trigger.WITHDRAW, CANCELED),
            new Transition(RUNNING, Trigger.STAMP, RUNNING),
            new Transition(RUNNING, Trigger.CANCEL, RUNNING),
            new Transition(RUNNING, Trigger.OVERRUN, RUNNING),
            new Transition(RUNNING, Trigger.WITHDRAW, QUEUED),
            new Transition(RUNNING, Trigger.WITHDRAW, CANCELED),
            new Transition(RUNNING, Trigger.FINISH, PASSED),
            new Transition(RUNNING, Trigger.FINISH, FAILED),
            new Transition(RUNNING, Trigger.FINISH, CANCELED),
            new Transition(RUNNING, Trigger.FINISH, TIMED_OUT),
            new Transition(RUNNING, Trigger.FINISH, QUEUED),
            new Transition(RUNNING, Trigger.LOSE, LOST),
            new Transition(RUNNING, Trigger.LOSE, CANCELED),
            new Transition(RUNNING, Trigger.LOSE, QUEUED),
            new Transition(RUNNING, Trigger.ABANDON, CANCELED),
            new Transition(RUNNING, Trigger.ABANDON, TIMED_OUT));

    private Transitions() {}

    /**
     * One line of the table.
     *
     * @param from the state before
     * @param trigger what moves it
     * @param to the state after
     */
    public record Transition(TaskState from, Trigger trigger, TaskState to) {}

    /** All that may happen. */
    public static List<Transition> table() {
        return TABLE;
    }

    /** The transition, if the table has it; otherwise a bug is at work, and says which. */
    public static Transition require(TaskId task, TaskState from, Trigger trigger, TaskState to) {
        Transition wanted = new Transition(from, trigger, to);
        if (!TABLE.contains(wanted)) {
            throw new IllegalStateException(
                    "task " + task + " must not go from " + from + " to " + to + " by " + trigger.label());
        }
        return wanted;
    }
}
