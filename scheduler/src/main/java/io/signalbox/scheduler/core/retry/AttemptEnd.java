package io.signalbox.scheduler.core.retry;

import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.task.Report.Finished;
import io.signalbox.scheduler.core.task.Stop;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt that had started ended.
 *
 * @param state a terminal one
 * @param reason why, where the state alone does not say it
 * @param exitCode of its last command, if one ran
 * @param rerun when the process is known to be gone: a lost one may still run
 */
public record AttemptEnd(
        TaskState state, @Nullable Reason reason, @Nullable Integer exitCode, Rerun rerun) {

    /** Whether the attempt's process may still run. */
    public enum Rerun {
        /** Its runner said that it ended. */
        SAFE,
        /** Nobody knows: what follows waits until its guard has killed it (C9). */
        AFTER_GUARD,
        /** Nobody knows, and an official agent has no guard: what follows waits until it must have given up (C10). */
        AFTER_CONTACT,
        /** It still runs and does not heed its stop: nothing follows (C13). */
        NEVER
    }

    /** Whether its runner said that it ended. */
    public boolean isReported() {
        return rerun == Rerun.SAFE;
    }

    /** What the runner reported, seen together with the stop that was wanted (C12): passed and failed stand. */
    public static AttemptEnd of(Finished report, @Nullable Stop stop) {
        return switch (report.result()) {
            case PASSED -> reported(TaskState.PASSED, report, null);
            case FAILED -> reported(TaskState.FAILED, report, exitCode(report));
            case TIMED_OUT -> reported(TaskState.TIMED_OUT, report, timeout());
            case INTERRUPTED ->
                reported(TaskState.LOST, report, reason(ReasonCode.RUNNER_RESTARTED, "its runner restarted"));
            case STOPPED -> stopped(report, stop);
        };
    }

    /** Nothing more will be heard of it. */
    public static AttemptEnd lost(ReasonCode cause, String message) {
        return new AttemptEnd(TaskState.LOST, reason(cause, message), null, Rerun.AFTER_GUARD);
    }

    /** An official agent fell silent with it. */
    public static AttemptEnd outOfContact(ReasonCode cause, String message) {
        return new AttemptEnd(TaskState.LOST, reason(cause, message), null, Rerun.AFTER_CONTACT);
    }

    /** It was told to stop, its runner went on to sync, and its end was never reported (C13). */
    public static AttemptEnd unconfirmed(Stop stop, String runnerName) {
        TaskState state = stop.isCancel() ? TaskState.CANCELED : TaskState.TIMED_OUT;
        String message = "runner " + runnerName + ": never confirmed the stop of the attempt";
        return new AttemptEnd(state, reason(ReasonCode.STOP_UNCONFIRMED, message), null, Rerun.NEVER);
    }

    private static AttemptEnd stopped(Finished report, @Nullable Stop stop) {
        if (stop == null) {
            return reported(
                    isInterruption(report) ? TaskState.LOST : TaskState.FAILED,
                    report,
                    reason(ReasonCode.SELF_STOPPED, "it ended by a stop that nobody asked for"));
        }
        return stop.cause() == ReasonCode.TASK_TIMEOUT
                ? new AttemptEnd(TaskState.TIMED_OUT, timeout(), report.exitCode(), Rerun.SAFE)
                : new AttemptEnd(TaskState.CANCELED, canceled(), report.exitCode(), Rerun.SAFE);
    }

    /** Its runner was told to end and took the attempt with it: nothing that the task did. */
    private static boolean isInterruption(Finished report) {
        return report.reason() != null && report.reason().code() == ReasonCode.RUNNER_RESTARTED;
    }

    private static AttemptEnd reported(TaskState state, Finished report, @Nullable Reason otherwise) {
        Reason reason = report.reason() == null ? otherwise : report.reason();
        return new AttemptEnd(state, reason, report.exitCode(), Rerun.SAFE);
    }

    private static @Nullable Reason exitCode(Finished report) {
        return report.exitCode() == null
                ? null
                : reason(ReasonCode.EXIT_CODE, "a command ended with status " + report.exitCode());
    }

    private static Reason timeout() {
        return reason(ReasonCode.TASK_TIMEOUT, "an attempt ran longer than the task's time-out");
    }

    /** The reason of every end that a user asked for. */
    public static Reason canceled() {
        return reason(ReasonCode.CANCEL_REQUESTED, "a cancel was requested");
    }

    private static Reason reason(ReasonCode code, String message) {
        return new Reason(code, message);
    }
}
