package io.signalbox.model.store;

/** Fields of the one document in {@code leadership} (C14). */
public final class LeadershipFields {
    public static final String ID = "_id";
    /** The value of ID. */
    public static final String LEADER = "leader";

    public static final String EPOCH = "epoch";
    /** Who leads. */
    public static final String HOLDER = "holder";
    /** Counter, one more with every renewal. */
    public static final String RENEWAL = "renewal";

    private LeadershipFields() {}
}
