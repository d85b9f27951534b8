package io.signalbox.model.store;

/** Fields of a document in {@code purges}: a task whose log is to go (C25). The scheduler inserts it, the gateway removes it when nothing is left of the log. */
public final class PurgeFields {
    /** The task's id. */
    public static final String ID = "_id";
    /** Ids of its attempts: whose logs. */
    public static final String ATTEMPTS = "attempts";

    private PurgeFields() {}
}
