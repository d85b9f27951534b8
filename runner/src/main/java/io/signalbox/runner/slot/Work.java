package io.signalbox.runner.slot;

import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.job.StopCause;

/** An attempt that runs. */
@FunctionalInterface
public interface Work {
    /** Ends its commands; returns at once, and may be called again. */
    void stop(StopCause cause);

    /** The relay has answered the sync that was sent at this moment, and knows the attempt to go on. */
    default void renew(Moment sent) {}
}
