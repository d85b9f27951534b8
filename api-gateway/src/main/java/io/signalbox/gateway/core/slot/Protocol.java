package io.signalbox.gateway.core.slot;

/** Who is at the other end. */
public enum Protocol {
    /** Our runner: numbers its syncs, sends its journal, takes the payload with the answer, bears being held. */
    OURS,
    /** An official agent: has none of that, bears being held only while it is idle, and crashes at a stop in the wrong state. */
    OFFICIAL
}
