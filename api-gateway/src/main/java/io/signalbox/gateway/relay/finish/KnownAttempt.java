package io.signalbox.gateway.relay.finish;

import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;

/**
 * An attempt that the store knows.
 *
 * @param task whose it is
 * @param runner to whom it was given
 * @param standing whether it lives
 */
public record KnownAttempt(TaskId task, RunnerId runner, Standing standing) {

    /** Where it stands. */
    public enum Standing {
        LIVE,
        /** It ended by its runner's report. */
        REPORTED,
        /** It ended without one, as lost or never confirmed: what comes now is late (C11). */
        OUTLIVED
    }
}
