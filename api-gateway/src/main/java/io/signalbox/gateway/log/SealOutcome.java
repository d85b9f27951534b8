package io.signalbox.gateway.log;

/** Whether a log is sealed. */
public sealed interface SealOutcome {
    /**
     * Nothing can be appended any more.
     *
     * @param end index after the last event
     * @param complete whether nothing is missing
     */
    record Sealed(long end, boolean complete) implements SealOutcome {}

    /**
     * Its end has not been reached.
     *
     * @param end index after the last event so far
     */
    record Open(long end) implements SealOutcome {}

    /**
     * The store did not answer: to be repeated.
     *
     * @param detail for the log
     */
    record Unavailable(String detail) implements SealOutcome {}
}
