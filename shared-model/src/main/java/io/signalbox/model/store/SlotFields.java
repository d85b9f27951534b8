package io.signalbox.model.store;

/** Fields of a slot inside a runner's document. */
public final class SlotFields {
    /** Newest sync number; never goes back. */
    public static final String SYNC = "sync";
    /** What the newest beat names; absent when idle. */
    public static final String ATTEMPT = "attempt";
    /** Counter, one more with every stored beat (C7). */
    public static final String BEAT = "beat";
    /** Seconds for which the newest sync asked to be held. */
    public static final String WAIT = "wait";

    /** Unique mark of the newest stored beat, {@code <relay>:<count>} (C16). */
    public static final String MARK = "mark";

    private SlotFields() {}
}
