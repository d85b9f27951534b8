package io.signalbox.model.store;

/** Fields of a document in {@code pools}. The gateway writes it. */
public final class PoolFields {
    /** The pool's name. */
    public static final String ID = "_id";

    public static final String STRATEGY = "strategy";
    /** Most live attempts; absent: no limit. */
    public static final String CAP = "cap";
    /** In milliseconds. */
    public static final String PICKUP_TARGET = "pickupTarget";
    /** In slots. */
    public static final String MINIMUM_SIZE = "minimumSize";
    /** In slots; absent: no limit. */
    public static final String MAXIMUM_SIZE = "maximumSize";

    public static final String CREATED_AT = "createdAt";
    /** Grows with each change; absent: never changed. */
    public static final String VERSION = "version";

    private PoolFields() {}
}
