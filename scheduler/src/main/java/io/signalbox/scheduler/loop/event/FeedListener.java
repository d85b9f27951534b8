package io.signalbox.scheduler.loop.event;

import java.util.List;

/** Hears of events that were appended, to tell live views. Called by {@link AppendEvents}: must not block. */
@FunctionalInterface
public interface FeedListener {

    /** These events stand in the feed, the last one at sequence {@code upTo}. */
    void appended(long upTo, List<FeedEvent> events);
}
