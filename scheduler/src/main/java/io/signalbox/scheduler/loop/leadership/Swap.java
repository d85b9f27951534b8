package io.signalbox.scheduler.loop.leadership;

/** What became of a compare-and-set on leadership. */
public enum Swap {
    /** It was as expected and is as wanted. */
    APPLIED,
    /** It was not as expected; nothing was changed. */
    CONFLICT,
    /** The store did not say; it may have been applied, and may still be (C23). */
    UNKNOWN
}
