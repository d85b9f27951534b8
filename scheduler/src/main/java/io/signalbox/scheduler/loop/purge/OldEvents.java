package io.signalbox.scheduler.loop.purge;

import io.signalbox.scheduler.core.retention.FeedReach;

/**
 * The old end of the feed. Called by {@link PurgeEvents} alone; each method blocks, and throws when the store does not answer or the outcome is
 * unknown: all may be repeated.
 */
public interface OldEvents {

    /** The oldest events, at most so many, and how far the feed was read by the gateways themselves. */
    FeedReach reach(int most);

    /** Removes this event and all before it. */
    void remove(long upTo);
}
