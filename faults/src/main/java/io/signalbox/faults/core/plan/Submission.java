package io.signalbox.faults.core.plan;

import io.signalbox.faults.core.history.Plan;

/**
 * One submission of the load.
 *
 * @param plan what is submitted
 * @param atMillis when, from the beginning of the run
 * @param pauseMillis how long its task rests after each line
 * @param manner how it goes on
 */
public record Submission(Plan plan, long atMillis, long pauseMillis, Manner manner) {

    /** What the user does besides. */
    public enum Manner {
        /** Sends it once, and nothing else. */
        ONCE,
        /** Sends it three times at once, and again until it is accepted. */
        REPEATED,
        /** Sends it again until it is accepted; whose program dies on its way does so. */
        INSISTENT,
        /** Cancels it a moment after it was accepted. */
        CANCELED,
        /** Has it run again when it has ended. */
        RETRIED
    }
}
