package io.signalbox.scheduler.core.task;

import io.signalbox.model.task.ReasonCode;
import java.time.Instant;

/**
 * That a live attempt must end (C12). It is stored, so that it outlives the message that carries it.
 *
 * @param cause {@code CANCEL_REQUESTED} or {@code TASK_TIMEOUT}
 * @param at when it was first wanted
 */
public record Stop(ReasonCode cause, Instant at) {

    /** A user wants it. */
    public static Stop cancel(Instant at) {
        return new Stop(ReasonCode.CANCEL_REQUESTED, at);
    }

    /** It ran too long. */
    public static Stop timeout(Instant at) {
        return new Stop(ReasonCode.TASK_TIMEOUT, at);
    }

    /** Whether a user wants it. */
    public boolean isCancel() {
        return cause == ReasonCode.CANCEL_REQUESTED;
    }

    /** This stop after the user asked for a cancel too, which is stronger than a time-out. */
    public Stop canceled() {
        return new Stop(ReasonCode.CANCEL_REQUESTED, at);
    }
}
