package io.signalbox.scheduler.loop.event;

import io.signalbox.model.id.Epoch;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The feed, in memory. It can do what it is told and lose the answer. Safe for use by many threads. */
public final class InMemoryEventStore implements EventStore {

    private final TreeMap<Long, String> keys = new TreeMap<>();
    private final Map<String, Instant> moments = new HashMap<>();
    private int answersToLose;

    @Override
    public synchronized long open(Epoch epoch, Instant at) {
        long sequence = keys.isEmpty() ? 1 : keys.lastKey() + 1;
        keys.put(sequence, "epoch:" + epoch);
        return sequence + 1;
    }

    @Override
    public synchronized Append append(long first, List<FeedEvent> events) {
        long sequence = first;
        for (FeedEvent event : events) {
            String standing = keys.putIfAbsent(sequence, event.key());
            if (standing != null && !standing.equals(event.key())) {
                return Append.OUTDONE;
            }
            moments.put(event.key(), event.at());
            sequence++;
        }
        if (answersToLose > 0) {
            answersToLose--;
            throw new IllegalStateException("the answer was lost");
        }
        return Append.APPENDED;
    }

    @Override
    public synchronized Set<String> known(Collection<FeedEvent> events) {
        return events.stream()
                .filter(event -> event.at().equals(moments.get(event.key())))
                .map(FeedEvent::key)
                .collect(Collectors.toSet());
    }

    /** The next append is done, but nobody hears of it. */
    public synchronized void loseAnAnswer() {
        answersToLose++;
    }

    /** What stands in it, in order. */
    public synchronized List<String> keys() {
        return List.copyOf(keys.values());
    }
}
