package io.signalbox.scheduler.loop.event;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Clears what stands in the feed out of its outboxes, some time after the first of it was appended: a task that goes its whole way in between costs one
 * write instead of one for each of its changes. Until then it remembers what was appended. Whatever a leader leaves uncleared the next one looks up
 * (C19). Not thread-safe.
 */
final class ClearOutboxes {

    private static final Duration AFTER = Duration.ofSeconds(4);

    /** What is cleared at once; events that wait meanwhile are told that much later. */
    private static final int MOST_AT_ONCE = 500;

    private final LongSupplier nanoTime;
    private final Map<OutboxStore, Map<String, Appended>> appended = new HashMap<>();

    /** What of an outbox stands in the feed, and since when the first of it does. */
    private record Appended(long since, Map<String, FeedEvent> events) {}

    ClearOutboxes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** These stand in the feed. */
    void appended(Map<OutboxStore, List<Outbox>> kept) {
        long now = nanoTime.getAsLong();
        kept.forEach((store, outboxes) -> {
            Map<String, Appended> owners = appended.computeIfAbsent(store, _ -> new LinkedHashMap<>());
            outboxes.forEach(outbox -> {
                Appended known = owners.computeIfAbsent(outbox.owner(), _ -> new Appended(now, new LinkedHashMap<>()));
                outbox.events().forEach(event -> known.events().put(event.key(), event));
            });
        });
    }

    /** Those of {@code kept} that are not known to stand in the feed; an outbox without any is left out. */
    List<Outbox> unknown(OutboxStore store, Collection<Outbox> kept) {
        Map<String, Appended> known = appended.getOrDefault(store, Map.of());
        return kept.stream()
                .map(outbox -> without(known.get(outbox.owner()), outbox))
                .filter(outbox -> !outbox.events().isEmpty())
                .toList();
    }

    private static Outbox without(@Nullable Appended known, Outbox outbox) {
        return known == null
                ? outbox
                : new Outbox(
                        outbox.owner(),
                        outbox.events().stream()
                                .filter(event -> !known.events().containsKey(event.key()))
                                .toList());
    }

    /** Whether it has to clear this one. */
    boolean remembers(OutboxStore store, String owner) {
        return appended.getOrDefault(store, Map.of()).containsKey(owner);
    }

    /**
     * Clears those whose time has come; blocks for the store. What could not be cleared is cleared the next time.
     *
     * @param cleared hears whose were
     */
    void clearDue(Consumer<String> cleared) {
        appended.forEach((store, owners) -> {
            List<Outbox> due = due(owners);
            if (!due.isEmpty()) {
                store.clear(due);
                due.forEach(outbox -> {
                    owners.remove(outbox.owner());
                    cleared.accept(outbox.owner());
                });
            }
        });
    }

    /** They stand in the order in which their first events were appended. */
    private List<Outbox> due(Map<String, Appended> owners) {
        long now = nanoTime.getAsLong();
        return owners.entrySet().stream()
                .limit(MOST_AT_ONCE)
                .takeWhile(owner -> now - owner.getValue().since() >= AFTER.toNanos())
                .map(owner -> new Outbox(
                        owner.getKey(), List.copyOf(owner.getValue().events().values())))
                .toList();
    }
}
