package io.signalbox.model.store;

/** Fields of a document in {@code events} and of an entry in a task's outbox. */
public final class EventFields {
    /** Position in the feed. */
    public static final String SEQUENCE = "_id";
    /** {@code <task>:<version>.<place>}: finds an event that was appended already. */
    public static final String KEY = "key";
    /** Such as {@code task.passed}. */
    public static final String TYPE = "type";

    public static final String PROJECT = "project";
    public static final String TASK = "task";
    /** When it happened. */
    public static final String AT = "at";
    /** What else is to be said, by type. */
    public static final String DATA = "data";
    /** Of an epoch marker. */
    public static final String EPOCH = "epoch";

    private EventFields() {}
}
