package io.signalbox.scheduler.core.task;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One element of the set of reports (C18): durable, without order, perhaps seen before. */
public sealed interface Report {
    /** Its {@code _id}. */
    ReportId id();

    /** The task that it is about. */
    TaskId task();

    /** A report about one attempt. */
    sealed interface OfAttempt extends Report {
        /** The attempt. */
        AttemptId attempt();
    }

    /**
     * A relay claimed the start (C1).
     *
     * @param task the task
     * @param attempt the attempt
     * @param slot where it was given
     * @param generation of the slot's runner
     * @param relay which gateway gave it
     * @param sync highest sync number for which it was given
     */
    record StartClaimed(TaskId task, AttemptId attempt, SlotRef slot, Generation generation, RelayId relay, long sync)
            implements OfAttempt {
        @Override
        public ReportId id() {
            return ReportId.start(attempt);
        }
    }

    /**
     * The scheduler took the assignment back (C1).
     *
     * @param task the task
     * @param attempt the attempt
     */
    record StartWithdrawn(TaskId task, AttemptId attempt) implements OfAttempt {
        @Override
        public ReportId id() {
            return ReportId.start(attempt);
        }
    }

    /**
     * The runner said how the attempt ended. It implies that it started.
     *
     * @param task the task
     * @param attempt the attempt
     * @param result how
     * @param exitCode of its last command, if one ran
     * @param reason why, where the result alone does not say it
     */
    record Finished(
            TaskId task,
            AttemptId attempt,
            AttemptResult result,
            @Nullable Integer exitCode,
            @Nullable Reason reason) implements OfAttempt {
        @Override
        public ReportId id() {
            return ReportId.finished(attempt);
        }
    }

    /**
     * Somebody wants the task to be canceled (C12).
     *
     * @param task the task
     * @param at when, by the gateway's clock
     */
    record CancelWanted(TaskId task, Instant at) implements Report {
        @Override
        public ReportId id() {
            return ReportId.cancel(task);
        }
    }
}
