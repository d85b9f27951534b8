package io.signalbox.scheduler.loop.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Outboxes in memory. Safe for use by many threads. */
public final class InMemoryOutboxStore implements OutboxStore {

    private final Map<String, List<FeedEvent>> outboxes = new LinkedHashMap<>();
    private int clears;

    @Override
    public synchronized List<Outbox> read(Collection<String> owners) {
        return owners.stream()
                .filter(owner -> !outboxes.getOrDefault(owner, List.of()).isEmpty())
                .map(owner -> new Outbox(owner, outboxes.getOrDefault(owner, List.of())))
                .toList();
    }

    @Override
    public synchronized List<String> leftBehind(Predicate<String> known, int limit) {
        return outboxes.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .filter(owner -> !known.test(owner))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void clear(List<Outbox> appended) {
        clears++;
        appended.forEach(outbox ->
                outboxes.getOrDefault(outbox.owner(), new ArrayList<>()).removeAll(outbox.events()));
    }

    /** An owner's commit stores {@code event}. */
    public synchronized void keep(String owner, FeedEvent event) {
        outboxes.computeIfAbsent(owner, _ -> new ArrayList<>()).add(event);
    }

    /** How often something was cleared. */
    public synchronized int clears() {
        return clears;
    }
}
