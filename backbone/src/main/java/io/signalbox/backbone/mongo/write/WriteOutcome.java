package io.signalbox.backbone.mongo.write;

/** What became of one write. A time-out is neither success nor failure (C23), so there are more than two. */
public sealed interface WriteOutcome {

    /** The store holds it: acknowledged by a majority, in their journals. */
    record Written() implements WriteOutcome {}

    /** A document with this {@code _id} was there already; nothing was changed. */
    record Duplicate() implements WriteOutcome {}

    /** No document with this {@code _id} fits the guard; nothing was changed. */
    record Missed() implements WriteOutcome {}

    /** It may have been written or not, and may still happen. Read again, or repeat it by its {@code _id}. */
    record Unknown(Throwable cause) implements WriteOutcome {}

    /** It was not written and will not be. */
    record Refused(Reason reason, String message) implements WriteOutcome {}

    /** Why a write was refused. */
    enum Reason {
        /** More writes wait than may: try again later. */
        BACKLOG_FULL,
        /** The writer is stopping: try another process. */
        STOPPED,
        /** The store cannot be reached, so nothing was sent: try again later. */
        STORE_AWAY,
        /** The store, or its limit on document size, does not accept this very write. */
        REJECTED
    }
}
