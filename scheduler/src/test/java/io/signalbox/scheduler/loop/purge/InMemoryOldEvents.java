package io.signalbox.scheduler.loop.purge;

import io.signalbox.scheduler.core.retention.AgedEvent;
import io.signalbox.scheduler.core.retention.FeedReach;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The old end of a feed, in memory. */
final class InMemoryOldEvents implements OldEvents {

    private final TreeMap<Long, AgedEvent> events = new TreeMap<>();
    private final Map<String, Long> readers = new HashMap<>();

    void append(AgedEvent event) {
        events.put(event.sequence(), event);
    }

    void passed(String reader, long sequence) {
        readers.put(reader, sequence);
    }

    @Override
    public FeedReach reach(int most) {
        long read = readers.size() < 2
                ? -1
                : readers.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        return new FeedReach(
                events.values().stream().limit(most).toList(), events.isEmpty() ? -1 : events.lastKey(), read);
    }

    @Override
    public void remove(long upTo) {
        events.headMap(upTo, true).clear();
    }
}
