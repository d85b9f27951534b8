package io.signalbox.runner.job;

import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import org.jspecify.annotations.Nullable;

/** Why the commands of an attempt are ended before their time. */
public sealed interface StopCause {
    /** The result that follows. */
    AttemptResult result();

    /** What to tell about it. */
    @Nullable
    Reason reason();

    /** The relay said so. */
    record Requested() implements StopCause {
        @Override
        public AttemptResult result() {
            return AttemptResult.STOPPED;
        }

        @Override
        public @Nullable Reason reason() {
            return null;
        }
    }

    /**
     * They took longer than they may.
     *
     * @param message which limit it was
     */
    record TimedOut(String message) implements StopCause {
        @Override
        public AttemptResult result() {
            return AttemptResult.TIMED_OUT;
        }

        @Override
        public Reason reason() {
            return new Reason(ReasonCode.TASK_TIMEOUT, message);
        }
    }
}
