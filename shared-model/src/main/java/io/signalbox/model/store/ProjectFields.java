package io.signalbox.model.store;

/** Fields of a document in {@code projects}. The gateway writes it. */
public final class ProjectFields {
    /** The project's name. */
    public static final String ID = "_id";

    public static final String WEIGHT = "weight";
    /** Most live attempts; absent: no limit. */
    public static final String CAP = "cap";
    /** Most waiting tasks; absent: no limit of its own. */
    public static final String BACKLOG = "backlog";

    /** In milliseconds; absent: as usual. */
    public static final String RETENTION = "retention";
    /** In milliseconds; absent: as long as the task. */
    public static final String LOG_RETENTION = "logRetention";

    public static final String CREATED_AT = "createdAt";
    /** Grows with each change; absent: never changed. */
    public static final String VERSION = "version";

    private ProjectFields() {}
}
