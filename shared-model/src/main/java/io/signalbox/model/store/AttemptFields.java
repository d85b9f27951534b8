package io.signalbox.model.store;

/** Fields of an attempt inside a task's document. */
public final class AttemptFields {
    /** The attempt's id. */
    public static final String ID = "id";
    /** 1, 2, …: those that started are counted. */
    public static final String NUMBER = "number";
    /** The task's fence when it was made. */
    public static final String FENCE = "fence";
    /** Leadership that assigned it or stamped it anew. */
    public static final String EPOCH = "epoch";
    /** Id of the runner. */
    public static final String RUNNER = "runner";
    /** For people. */
    public static final String RUNNER_NAME = "runnerName";
    /** Of the runner. */
    public static final String GENERATION = "generation";
    /** Number of the slot. */
    public static final String SLOT = "slot";
    /** Gateway that held the slot. */
    public static final String RELAY = "relay";
    /** Pool of the runner. */
    public static final String POOL = "pool";

    public static final String ASSIGNED_AT = "assignedAt";
    public static final String STARTED_AT = "startedAt";
    public static final String FINISHED_AT = "finishedAt";
    /** How it ended, once it has. */
    public static final String STATE = "state";

    public static final String REASON_CODE = "reasonCode";
    public static final String REASON_MESSAGE = "reasonMessage";
    public static final String EXIT_CODE = "exitCode";
    /** Whether its end is what its runner reported: a report of it has had its effect (C18). */
    public static final String REPORTED = "reported";
    /** Why it must stop, once it must ({@link io.signalbox.model.task.ReasonCode}). */
    public static final String STOP_CAUSE = "stopCause";
    /** When the stop was first wanted. */
    public static final String STOP_AT = "stopAt";
    /** Kinds of late reports that were refused (I2). */
    public static final String REFUSED = "refused";

    private AttemptFields() {}
}
