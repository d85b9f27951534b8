package io.signalbox.model.store;

/** Fields of a document in {@code relays}: one per gateway run. */
public final class RelayFields {
    /** The relay's id. */
    public static final String ID = "_id";
    /** Counter, one more with every renewal. */
    public static final String RENEWAL = "renewal";
    /** Highest epoch seen; lower ones are refused (C15). */
    public static final String EPOCH_SEEN = "epochSeen";

    private RelayFields() {}
}
