package io.signalbox.scheduler.core.retention;

/** What of a finished task has been kept long enough. */
public enum Due {
    /** All of it stays. */
    NOTHING,
    /** Its log. */
    LOG,
    /** All of it, the log first. */
    TASK
}
