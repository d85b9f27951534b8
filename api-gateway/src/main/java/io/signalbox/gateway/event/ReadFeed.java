package io.signalbox.gateway.event;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** Reads the feed from a place on, and waits there for more. Blocks; thread-safe. */
public final class ReadFeed {
    /** A bell can be lost: whoever waits looks again that often. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final EventStore store;
    private final FeedBell bell;
    private final LongSupplier nanoTime;

    /** Measures waiting by {@code nanoTime}, the monotonic clock. */
    public ReadFeed(EventStore store, FeedBell bell, LongSupplier nanoTime) {
        this.store = store;
        this.bell = bell;
        this.nanoTime = nanoTime;
    }

    /**
     * Part of the feed.
     *
     * @param events what was asked for
     * @param upTo the place to read on from: nothing that was asked for lies before it
     */
    record Part(List<FeedEvent> events, long upTo) {}

    /** What lies after the query's place; a place before the oldest event is the problem {@code cursor_expired} (C25). */
    Part read(EventQuery query) {
        long newest = store.newest();
        List<FeedEvent> events = store.read(query);
        refuseIfPurged(query);
        boolean full = events.size() == query.limit();
        return new Part(events, full ? last(events) : Math.max(query.after(), Math.max(newest, last(events))));
    }

    /** To be called after the reading: what was purged meanwhile may be missing in it. */
    private void refuseIfPurged(EventQuery query) {
        if (query.after() == EventStore.START) {
            return;
        }
        long oldest = store.oldest();
        if (query.after() + 1 < oldest) {
            String detail = "The cursor stands at %d, but the oldest event kept is %d".formatted(query.after(), oldest);
            throw Problem.of(ErrorCode.CURSOR_EXPIRED, detail).toException();
        }
    }

    /** The same, but waits for something to show, at most so long. */
    Part await(EventQuery query, Duration most) throws InterruptedException {
        long deadline = nanoTime.getAsLong() + most.toNanos();
        Part part = read(query);
        Duration left = Duration.ofNanos(deadline - nanoTime.getAsLong());
        while (part.events().isEmpty() && left.isPositive()) {
            bell.await(part.upTo(), left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
            part = read(query.after(part.upTo()));
            left = Duration.ofNanos(deadline - nanoTime.getAsLong());
        }
        return part;
    }

    private static long last(List<FeedEvent> events) {
        Long sequence = events.isEmpty() ? null : events.getLast().sequence();
        return sequence == null ? EventStore.START : sequence;
    }
}
