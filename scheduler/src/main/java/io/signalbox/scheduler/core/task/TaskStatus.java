package io.signalbox.scheduler.core.task;

import io.signalbox.model.task.Reason;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a task stands, with exactly the data valid there. */
public sealed interface TaskStatus {

    /** The name of this state in store, API and metrics. */
    TaskState state();

    /**
     * It waits for a slot.
     *
     * @param notBefore when the next attempt may start, set by a back-off; the task's own {@code notBefore} stands in its terms
     */
    record Queued(@Nullable Instant notBefore) implements TaskStatus {
        /** It may start at once. */
        public static final Queued AT_ONCE = new Queued(null);

        @Override
        public TaskState state() {
            return TaskState.QUEUED;
        }
    }

    /** An attempt is current. */
    sealed interface Live extends TaskStatus {
        /** The current attempt. */
        Attempt attempt();

        /** That it must end, once it must. */
        @Nullable
        Stop stop();
    }

    /**
     * An attempt was given to a slot and has not been seen to start.
     *
     * @param attempt the current attempt
     * @param stop that it must end: it is being withdrawn
     */
    record Assigned(Attempt attempt, @Nullable Stop stop) implements Live {
        @Override
        public TaskState state() {
            return TaskState.ASSIGNED;
        }
    }

    /**
     * The attempt's start was claimed (C1).
     *
     * @param attempt the current attempt
     * @param startedAt when the scheduler learned of the claim
     * @param stop that it must end
     */
    record Running(
            Attempt attempt, Instant startedAt, @Nullable Stop stop) implements Live {
        @Override
        public TaskState state() {
            return TaskState.RUNNING;
        }
    }

    /**
     * Nothing follows (I4).
     *
     * @param state a terminal one
     * @param reason why, where the state alone does not say it
     * @param exitCode of the last attempt, if one ran a command
     * @param finishedAt when it became terminal
     */
    record Ended(
            TaskState state,
            @Nullable Reason reason,
            @Nullable Integer exitCode,
            Instant finishedAt) implements TaskStatus {
        public Ended {
            if (!state.isTerminal()) {
                throw new IllegalArgumentException("a task cannot end in state " + state);
            }
        }
    }
}
