package io.signalbox.gateway.relay.finish;

/** What became of the report of an end. */
public enum FinishOutcome {
    /** Log and report are stored. */
    RECORDED,
    /** It came before and was recorded then. */
    REPEATED,
    /** Too late to count: recorded for the scheduler to refuse it (C11). */
    LATE,
    /** No attempt of this runner: nothing was stored (C25). */
    FOREIGN,
    /** The store did not answer: to be repeated. */
    UNAVAILABLE;

    /** Whether the runner may forget the attempt. */
    public boolean isSettled() {
        return this != UNAVAILABLE;
    }
}
