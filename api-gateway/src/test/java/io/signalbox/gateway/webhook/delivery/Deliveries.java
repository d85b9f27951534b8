package io.signalbox.gateway.webhook.delivery;

import io.signalbox.gateway.webhook.WebhookId;
import io.signalbox.gateway.webhook.delivery.Delivery.Matter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Deliveries for tests. */
public final class Deliveries {
    public static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    public static final WebhookId WEBHOOK = new WebhookId("wh_00000000000000000001");

    private Deliveries() {}

    /** One of an event about a task. */
    public static Delivery about(String task, long sequence) {
        return about(WEBHOOK, task, sequence);
    }

    /** The same to another receiver. */
    public static Delivery about(WebhookId webhook, String task, long sequence) {
        Matter matter = new Matter("task.passed", Optional.of(task), "{}");
        return Delivery.of(webhook, "%016d".formatted(sequence), matter, NOW);
    }

    /** The same after a try that ended at this time. */
    public static Delivery failedAt(Delivery delivery, Instant at) {
        return delivery.after(new Try(at, Duration.ZERO, new Outcome.Answered(500)), 0);
    }

    /** The same after it was taken. */
    public static Delivery taken(Delivery delivery) {
        return delivery.after(new Try(NOW, Duration.ZERO, new Outcome.Answered(204)), 0);
    }
}
