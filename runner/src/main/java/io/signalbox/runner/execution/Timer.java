package io.signalbox.runner.execution;

import java.time.Duration;

/** Calls back later. */
public interface Timer {
    /** Runs {@code action} after {@code delay} on a thread that may block. */
    Alarm after(Duration delay, Runnable action);

    /** An action that has not run yet, perhaps. */
    @FunctionalInterface
    interface Alarm {
        /** It will not run, unless it does already. */
        void cancel();
    }
}
