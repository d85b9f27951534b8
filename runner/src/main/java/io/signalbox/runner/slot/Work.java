package io.signalbox.runner.slot;

import io.signalbox.runner.job.StopCause;

/** An attempt that runs. */
@FunctionalInterface
public interface Work {
    /** Ends its commands; returns at once, and may be called again. */
    void stop(StopCause cause);
}
