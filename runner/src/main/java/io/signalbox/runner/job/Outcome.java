package io.signalbox.runner.job;

import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param result the result
 * @param exitCode status of the last command, if one ran
 * @param reason why, where the result alone does not say it
 */
public record Outcome(
        AttemptResult result,
        @Nullable Integer exitCode,
        @Nullable Reason reason) {

    /** Every command ended with status 0. */
    public static Outcome passed() {
        return new Outcome(AttemptResult.PASSED, 0, null);
    }

    /** A command ended with another status. */
    public static Outcome failed(int exitCode) {
        return new Outcome(
                AttemptResult.FAILED,
                exitCode,
                new Reason(ReasonCode.EXIT_CODE, "a command ended with status " + exitCode));
    }

    /** Nothing, or not everything, could be run. */
    public static Outcome notStarted(String message) {
        return new Outcome(AttemptResult.FAILED, null, new Reason(ReasonCode.START_FAILED, message));
    }

    /** The commands were ended before their time; {@code exitCode} is that of the one that ran. */
    public static Outcome stopped(StopCause cause, @Nullable Integer exitCode) {
        return new Outcome(cause.result(), exitCode, cause.reason());
    }

    /** The guard ended it, because the runner had no contact for so long that another attempt may run. */
    public static Outcome contactLost(Duration silence, @Nullable Integer exitCode) {
        return new Outcome(
                AttemptResult.INTERRUPTED,
                exitCode,
                new Reason(
                        ReasonCode.RUNNER_LOST,
                        "the runner had no contact for " + silence + " and ended what ran of the attempt"));
    }

    /** The runner itself ended while the attempt ran. */
    public static Outcome runnerRestarted() {
        return new Outcome(
                AttemptResult.INTERRUPTED,
                null,
                new Reason(
                        ReasonCode.RUNNER_RESTARTED,
                        "the runner ended while the task ran; it ended what was left of it"));
    }
}
