package io.signalbox.gateway.log;

/** What became of a batch of log events. */
public sealed interface AppendOutcome {
    /**
     * All of it is stored.
     *
     * @param end index after the last event of the log
     */
    record Appended(long end) implements AppendOutcome {}

    /**
     * Some of it lies behind the seal and is refused.
     *
     * @param end index after the last event of the log
     */
    record Sealed(long end) implements AppendOutcome {}

    /**
     * The attempt's log has as much output as it may; nothing was appended, and nothing more will be.
     *
     * @param end index after the last event of the log
     */
    record QuotaReached(long end) implements AppendOutcome {}

    /**
     * An event differs from the one stored at its index; nothing was appended.
     *
     * @param index of the first that differs
     */
    record Contradicted(long index) implements AppendOutcome {}

    /**
     * Not an event; nothing was appended.
     *
     * @param index of the first line that is none
     * @param detail what is wrong with it
     */
    record Malformed(long index, String detail) implements AppendOutcome {}

    /**
     * The store did not answer: to be repeated from the same position.
     *
     * @param detail for the log
     */
    record Unavailable(String detail) implements AppendOutcome {}
}
