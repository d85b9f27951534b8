package io.signalbox.gateway.webhook.delivery;

import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.event.EventQuery;
import io.signalbox.gateway.event.EventStore;
import io.signalbox.gateway.event.FeedEvent;
import io.signalbox.gateway.webhook.SwitchedOff;
import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.gateway.webhook.WebhookStore;
import java.time.InstantSource;
import java.util.List;

/**
 * Makes deliveries of the feed's events. The place in the feed moves on only when they are stored, and a delivery is known by event and
 * webhook, so that a gateway that dies in between loses and doubles nothing. Blocks; for one thread.
 */
public final class QueueEvents {
    private static final int AT_ONCE = 500;
    /** Of one webhook; it is switched off beyond that, so that a receiver that takes nothing does not fill the store. */
    private static final int MOST_PENDING = 10_000;

    private final EventStore feed;
    private final FeedPlace place;
    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final Receivers receivers;
    private final InstantSource clock;

    /** Reads {@code feed} from {@code place} on, and adds to {@code deliveries} what {@code webhooks} want. */
    public QueueEvents(
            EventStore feed,
            FeedPlace place,
            WebhookStore webhooks,
            DeliveryStore deliveries,
            Receivers receivers,
            InstantSource clock) {
        this.feed = feed;
        this.place = place;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.clock = clock;
    }

    /**
     * Reads a part of the feed; where nobody is to be told of anything it is passed over unread.
     *
     * @return whether there may be more
     */
    public boolean run() {
        long after = place.read().orElseGet(this::begin);
        long newest = feed.newest();
        List<Webhook> told = webhooks.all().stream().filter(Webhook::isOn).toList();
        if (told.isEmpty()) {
            if (newest > after) {
                place.passed(newest);
            }
            return false;
        }
        List<FeedEvent> events = feed.read(new EventQuery(after, Scope.everything(), List.of(), AT_ONCE));
        if (events.isEmpty()) {
            return false;
        }
        told.forEach(webhook -> queue(webhook, events, after));
        Long last = events.getLast().sequence();
        if (last != null) {
            place.passed(last);
        }
        return events.size() == AT_ONCE;
    }

    /** Where the oldest webhook begins. One that is made meanwhile begins later than the feed reached before. */
    private long begin() {
        long newest = feed.newest();
        long first = webhooks.all().stream()
                .mapToLong(webhook -> webhook.begin().after())
                .reduce(newest, Math::min);
        place.passed(first);
        return first;
    }

    private void queue(Webhook webhook, List<FeedEvent> events, long after) {
        List<Delivery> wanted = events.stream()
                .filter(webhook::wants)
                .map(event -> EventMessage.of(webhook.id(), event, clock.instant()))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        if (deliveries.pending(webhook.id(), MOST_PENDING) >= MOST_PENDING) {
            receivers.switchOff(webhook, SwitchedOff.Cause.BACKLOG, after);
        } else {
            deliveries.add(wanted);
        }
    }
}
