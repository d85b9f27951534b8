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

    /** Sequence of the oldest event that is kept; {@link #START} if there is none. */
    long oldest();

    /** Sequence of the newest event; {@link #START} if there is none. */
    long newest();

    /** Everything about one task, in its order: what the feed has, then what is still on its way there. */
    List<FeedEvent> of(TaskId task);
}
