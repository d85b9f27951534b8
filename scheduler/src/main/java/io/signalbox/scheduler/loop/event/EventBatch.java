package io.signalbox.scheduler.loop.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is appended by one insert, and the outboxes that it came from.
 *
 * @param kept everything that the outboxes kept and this leader did not append before
 * @param events what of it the feed does not know
 */
record EventBatch(Map<OutboxStore, List<Outbox>> kept, List<FeedEvent> events) {

    static EventBatch read(List<AppendEvents.Changed> changes, EventStore feed, ClearOutboxes clearing) {
        Map<OutboxStore, List<Outbox>> kept = changes.stream()
                .collect(Collectors.groupingBy(
                        AppendEvents.Changed::outboxes,
                        Collectors.collectingAndThen(Collectors.toList(), same -> readOutboxes(same, clearing))));
        Set<String> known = feed.known(uncertain(changes, kept));
        List<FeedEvent> unknown = kept.values().stream()
                .flatMap(List::stream)
                .flatMap(outbox -> outbox.events().stream())
                .filter(event -> !known.contains(event.key()))
                .toList();
        return new EventBatch(kept, unknown);
    }

    private static List<Outbox> readOutboxes(List<AppendEvents.Changed> changes, ClearOutboxes clearing) {
        Set<String> owners = new LinkedHashSet<>();
        changes.forEach(change -> owners.addAll(change.owners()));
        OutboxStore store = changes.getFirst().outboxes();
        return clearing.unknown(store, store.read(owners));
    }

    private static List<FeedEvent> uncertain(List<AppendEvents.Changed> changes, Map<OutboxStore, List<Outbox>> kept) {
        Set<String> owners = new LinkedHashSet<>();
        changes.stream()
                .filter(change -> change.origin() == AppendEvents.Origin.UNCERTAIN)
                .forEach(change -> owners.addAll(change.owners()));
        List<FeedEvent> events = new ArrayList<>();
        kept.values().stream()
                .flatMap(List::stream)
                .filter(outbox -> owners.contains(outbox.owner()))
                .forEach(outbox -> events.addAll(outbox.events()));
        return events;
    }
}
