package io.signalbox.scheduler.loop.event;

import io.signalbox.model.id.Epoch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The feed. Called by the leader alone; each method blocks, and throws when the outcome is unknown: then it may be repeated. */
public interface EventStore {

    /**
     * Puts the epoch's marker at the next free sequence, so that whatever an older leader still appends fails.
     *
     * @return the sequence of this leader's first event
     */
    long open(Epoch epoch, Instant at);

    /**
     * Appends in this order, from this sequence on. Repeating the same call after an unknown outcome finishes it.
     *
     * @param first sequence of the first event
     * @param events what to append
     */
    Append append(long first, List<FeedEvent> events);

    /** The keys of those of these events that stand in the feed already, as having happened at the same moment. */
    Set<String> known(Collection<FeedEvent> events);

    /** What became of an append. */
    enum Append {
        /** All of it stands. */
        APPENDED,
        /** Somebody else's event stands where one of these belongs: there is a newer leader. */
        OUTDONE
    }
}
