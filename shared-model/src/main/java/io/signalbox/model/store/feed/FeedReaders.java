package io.signalbox.model.store.feed;

/**
 * Documents in {@code cursors}: how far the gateways' own duties have read the feed. The gateway writes them; no event is purged
 * that one of them has still to read (C25).
 */
public final class FeedReaders {
    /** The duty that seals abandoned logs. */
    public static final String LOG_SEALS = "log-seals";
    /** The duty that tells webhooks. */
    public static final String WEBHOOKS = "webhooks";

    /** Field: the last event that was read; absent before the first reading. */
    public static final String SEQUENCE = "sequence";

    private FeedReaders() {}
}
