package io.signalbox.scheduler.loop.event;

import java.util.List;

/**
 * The events that one document still keeps.
 *
 * @param owner the document's id
 * @param events in the order in which they happened
 */
public record Outbox(String owner, List<FeedEvent> events) {
    public Outbox {
        events = List.copyOf(events);
    }
}
