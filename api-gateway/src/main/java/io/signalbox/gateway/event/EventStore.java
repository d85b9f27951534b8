package io.signalbox.gateway.event;

import io.signalbox.model.id.TaskId;
import java.util.List;

/**
 * Reads the feed as it may leave the system: only what a majority of the store holds (C23). Methods block for a round trip or two
 * and end with the problem {@code store_unavailable} when the store is away.
 */
public interface EventStore {
    /** Where a feed without events stands. */
    long START = 0;

    /** The events that are asked for, in their order; marks of leaderships are left out. */
    List<FeedEvent> read(EventQuery query);

    /** From where to where the feed reaches at present. */
    Extent extent();

    /** Everything about one task, in its order: what the feed has, then what is still on its way there. */
    List<FeedEvent> of(TaskId task);

    /**
     * The reach of the feed.
     *
     * @param oldest sequence of the oldest event that is kept; {@link #START} if there is none
     * @param newest sequence of the newest; {@link #START} if there is none
     */
    record Extent(long oldest, long newest) {}
}
