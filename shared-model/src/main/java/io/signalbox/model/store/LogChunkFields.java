package io.signalbox.model.store;

/** Fields of a document in {@code log_chunks}; once written it never changes (C20). */
public final class LogChunkFields {
    /** {@code <attempt>:<first index, 12 digits>}. */
    public static final String ID = "_id";

    public static final String ATTEMPT = "attempt";
    public static final String TASK = "task";
    /** {@code events}, {@code gap} or {@code seal}. */
    public static final String KIND = "kind";
    /** Index of the first event. */
    public static final String FIRST = "first";
    /** How many events. */
    public static final String COUNT = "count";
    /** Bytes of output in it. */
    public static final String BYTES = "bytes";
    /** Bytes of output before it. */
    public static final String OFFSET = "offset";
    /** SHA-256 over PREV and the content. */
    public static final String HASH = "hash";
    /** Events that never came, up to and with this chunk. */
    public static final String LOST = "lost";
    /** Whether its newest event is {@code job_finished}. */
    public static final String ENDED = "ended";
    /** HASH of the chunk before. */
    public static final String PREV = "prev";

    /** Events as JSON lines, deflated. */
    public static final String DATA = "data";
    /** Gap and seal: ranges {@code {from, to}} that never came. */
    public static final String MISSING = "missing";

    private LogChunkFields() {}
}
