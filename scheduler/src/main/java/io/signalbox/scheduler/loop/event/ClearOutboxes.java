package io.signalbox.scheduler.loop.event;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Clears what stands in the feed out of its outboxes, now and then: a task that goes its whole way in between costs one write instead of one for
 * each of its changes. Until then it remembers what was appended. Whatever a leader leaves uncleared the next one looks up (C19). Not thread-safe.
 */
final class ClearOutboxes {

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final Map<OutboxStore, Map<String, Map<String, FeedEvent>>> appended = new HashMap<>();
    private long clearedAt;

    ClearOutboxes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.clearedAt = nanoTime.getAsLong();
    }

    /** These stand in the feed. */
    void appended(Map<OutboxStore, List<Outbox>> kept) {
        kept.forEach((store, outboxes) -> outboxes.forEach(outbox ->
                outbox.events().forEach(event -> eventsOf(store, outbox.owner()).put(event.key(), event))));
    }

    private Map<String, FeedEvent> eventsOf(OutboxStore store, String owner) {
        return appended.computeIfAbsent(store, _ -> new HashMap<>()).computeIfAbsent(owner, _ -> new LinkedHashMap<>());
    }

    /** Those of {@code kept} that are not known to stand in the feed; an outbox without any is left out. */
    List<Outbox> unknown(OutboxStore store, Collection<Outbox> kept) {
        Map<String, Map<String, FeedEvent>> known = appended.getOrDefault(store, Map.of());
        return kept.stream()
                .map(outbox -> without(known.getOrDefault(outbox.owner(), Map.of()), outbox))
                .filter(outbox -> !outbox.events().isEmpty())
                .toList();
    }

    private static Outbox without(Map<String, FeedEvent> known, Outbox outbox) {
        return new Outbox(
                outbox.owner(),
                outbox.events().stream()
                        .filter(event -> !known.containsKey(event.key()))
                        .toList());
    }

    /** Whether it has to clear this one. */
    boolean remembers(OutboxStore store, String owner) {
        return appended.getOrDefault(store, Map.of()).containsKey(owner);
    }

    /** Clears if it is time, and says whose; blocks for the store. What could not be cleared is cleared the next time. */
    List<String> clearIfDue() {
        long now = nanoTime.getAsLong();
        if (now - clearedAt < BETWEEN.toNanos()) {
            return List.of();
        }
        appended.forEach((store, owners) -> store.clear(outboxes(owners)));
        List<String> cleared = appended.values().stream()
                .flatMap(owners -> owners.keySet().stream())
                .toList();
        appended.clear();
        clearedAt = now;
        return cleared;
    }

    private static List<Outbox> outboxes(Map<String, Map<String, FeedEvent>> owners) {
        return owners.entrySet().stream()
                .map(owner ->
                        new Outbox(owner.getKey(), List.copyOf(owner.getValue().values())))
                .toList();
    }
}
