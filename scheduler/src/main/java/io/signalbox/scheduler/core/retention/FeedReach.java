package io.signalbox.scheduler.core.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is known of the feed when it is to be purged from its beginning (C25). The newest event always stays, so that sequences never go
 * back, and so does what the gateways' own readers have still to read.
 *
 * @param oldest the oldest events, in their order
 * @param newest sequence of the newest of all
 * @param read up to where all the readers have come
 */
public record FeedReach(List<AgedEvent> oldest, long newest, long read) {
    public FeedReach {
        oldest = List.copyOf(oldest);
    }

    /** Sequence of the last event that may go with all before it, if events are kept for so long. */
    public OptionalLong purgeable(Instant now, Duration kept) {
        Instant latest = now.minus(kept);
        return oldest.stream()
                .takeWhile(
                        event -> !event.at().isAfter(latest) && event.sequence() <= read && event.sequence() < newest)
                .mapToLong(AgedEvent::sequence)
                .max();
    }
}
