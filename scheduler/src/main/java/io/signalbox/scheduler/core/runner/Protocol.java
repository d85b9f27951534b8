package io.signalbox.scheduler.core.runner;

/** Which protocol a runner speaks, and with that how it behaves without contact. */
public enum Protocol {
    /** Its guard ends what may have been replaced (C9). */
    OURS,
    /** An official agent can go on for more than an hour without contact (C10). */
    OFFICIAL
}
