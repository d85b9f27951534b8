package io.signalbox.scheduler.loop.batch;

/** What became of one change in a bulk write. */
public enum ChangeOutcome {
    /** The document is as wanted. */
    APPLIED,
    /** The document has another version, or is not there; nothing was changed. */
    MISSED,
    /** The store was not reached; nothing was changed. */
    NOT_SENT,
    /** Nobody knows; it may still happen (C23). */
    UNKNOWN,
    /** The store will never take this change. */
    REJECTED
}
