package io.signalbox.model.store;

/** Fields of a document in {@code tasks}. The gateway inserts it; afterwards only the scheduler changes it. */
public final class TaskFields {
    /** The task's id. */
    public static final String ID = "_id";
    /** 0 at the insert, one more with every write of the scheduler; every write is guarded by it. */
    public static final String VERSION = "version";
    /** Mark of the newest write, {@code epoch.batch} (C16). */
    public static final String COMMIT = "commit";
    /** {@link io.signalbox.model.task.TaskState}. */
    public static final String STATE = "state";
    /** Whose task it is. */
    public static final String PROJECT = "project";
    /** For people. */
    public static final String NAME = "name";
    /** Array of {@code key=value}. */
    public static final String LABELS = "labels";
    /** The pool that was asked for, or else that of the runner that has it. */
    public static final String POOL = "pool";
    /** When it was submitted. */
    public static final String CREATED_AT = "createdAt";
    /** JSON text of {@link io.signalbox.model.task.TaskTerms}. */
    public static final String TERMS = "terms";
    /** JSON text of {@link io.signalbox.model.spec.TaskSpec}. */
    public static final String SPEC = "spec";
    /** Hash of the submission, for repeats (C24). */
    public static final String BODY_HASH = "bodyHash";
    /** The task that this one repeats. */
    public static final String RETRY_OF = "retryOf";
    /** Grows in the commit that ends an attempt. */
    public static final String FENCE = "fence";
    /** The live attempt, see {@link AttemptFields}; absent when none is. */
    public static final String ATTEMPT = "attempt";
    /** Ended attempts, see {@link AttemptFields}. */
    public static final String ATTEMPTS = "attempts";
    /** {@link io.signalbox.model.task.ReasonCode}. */
    public static final String REASON_CODE = "reasonCode";
    /** For people. */
    public static final String REASON_MESSAGE = "reasonMessage";
    /** Of the last attempt. */
    public static final String EXIT_CODE = "exitCode";
    /** When a cancel was first seen by the scheduler. */
    public static final String CANCEL_REQUESTED_AT = "cancelRequestedAt";
    /** When a further attempt may start. */
    public static final String NOT_BEFORE = "notBefore";
    /** Of the newest attempt. */
    public static final String ASSIGNED_AT = "assignedAt";
    /** Of the newest attempt. */
    public static final String STARTED_AT = "startedAt";
    /** When it became terminal. */
    public static final String FINISHED_AT = "finishedAt";
    /** When it was decided that its log, or it as a whole, has been kept long enough: from then on there is no log of it (C25). */
    public static final String LOG_PURGED_AT = "logPurgedAt";
    /** Why the scheduler set it aside, if it failed on it (C17): what it threw. */
    public static final String POISONED = "poisoned";
    /** Events not yet appended, see {@link EventFields} (C19). */
    public static final String OUTBOX = "outbox";

    private TaskFields() {}
}
