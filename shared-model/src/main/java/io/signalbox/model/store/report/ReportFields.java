package io.signalbox.model.store.report;

/** Fields of a document in {@code reports}. */
public final class ReportFields {
    /** A {@link ReportId}. */
    public static final String ID = "_id";
    /** A {@link ReportKind}. */
    public static final String KIND = "kind";

    public static final String TASK = "task";
    public static final String ATTEMPT = "attempt";
    /** When it was appended, by the gateway's clock; for display. */
    public static final String AT = "at";

    public static final String RUNNER = "runner";
    public static final String GENERATION = "generation";
    public static final String SLOT = "slot";
    public static final String RELAY = "relay";
    /** Claim: highest sync number for which the attempt was given (C1). */
    public static final String SYNC = "sync";
    /** Claim: unique mark of the newest change of SYNC by a relay (C16). */
    public static final String RAISED = "raised";
    /** Start: true when the scheduler took the assignment back. */
    public static final String WITHDRAWN = "withdrawn";
    /** Withdrawal: by which leadership. */
    public static final String EPOCH = "epoch";
    /** Finished: {@link io.signalbox.model.task.AttemptResult}. */
    public static final String RESULT = "result";
    /** Finished: of the last command. */
    public static final String EXIT_CODE = "exitCode";
    /** Finished: {@link io.signalbox.model.task.ReasonCode}, if there is one. */
    public static final String CODE = "code";
    /** Finished: for people. */
    public static final String MESSAGE = "message";
    /** Finished: end index of the log. */
    public static final String LOG_END = "logEnd";
    /** Cancel: who wanted it. */
    public static final String BY = "by";

    private ReportFields() {}
}
