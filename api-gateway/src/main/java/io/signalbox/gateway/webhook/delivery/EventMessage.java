package io.signalbox.gateway.webhook.delivery;

import static java.util.Objects.requireNonNull;

import io.signalbox.gateway.event.FeedEvent;
import io.signalbox.gateway.json.ApiJson;
import io.signalbox.gateway.webhook.WebhookId;
import io.signalbox.gateway.webhook.delivery.Delivery.Matter;
import io.signalbox.model.id.TaskId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a delivery (Standard Webhooks).
 *
 * @param type type of the event
 * @param timestamp when it happened
 * @param data the event as the feed has it
 */
record EventMessage(String type, Instant timestamp, Object data) {
    private static final String TEST = "webhook.test";
    private static final JsonMapper MAPPER = ApiJson.mapper();

    /** Tells of an event of the feed. */
    static Delivery of(WebhookId webhook, FeedEvent event, Instant now) {
        Optional<String> task = Optional.ofNullable(event.task()).map(TaskId::value);
        String body = MAPPER.writeValueAsString(new EventMessage(event.type(), event.at(), event));
        return Delivery.of(webhook, place(requireNonNull(event.sequence())), new Matter(event.type(), task, body), now);
    }

    /** Tells of nothing, to try a receiver out: behind all that is in the feed. */
    static Delivery test(WebhookId webhook, long newest, String unlike, Instant now) {
        String body = MAPPER.writeValueAsString(new EventMessage(TEST, now, Map.of("webhook", webhook)));
        return Delivery.of(webhook, place(newest) + "-" + unlike, new Matter(TEST, Optional.empty(), body), now);
    }

    private static String place(long sequence) {
        return "%016d".formatted(sequence);
    }
}
