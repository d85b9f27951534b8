package io.signalbox.gateway.webhook.sending;

import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.gateway.webhook.WebhookSecret;
import io.signalbox.gateway.webhook.Webhooks;
import io.signalbox.gateway.webhook.delivery.Delivery;
import io.signalbox.gateway.webhook.delivery.DeliveryStore;
import io.signalbox.gateway.webhook.delivery.Outcome;
import io.signalbox.gateway.webhook.delivery.Receivers;
import io.signalbox.gateway.webhook.delivery.Try;
import io.signalbox.gateway.webhook.sending.Receiver.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

/** Tries what of a webhook is due. Blocks for as long as its receiver takes; for one thread for each webhook. */
public final class DeliverDue {
    /** Whatever waits behind so many that have failed waits with them. */
    private static final int WINDOW = 500;

    private static final int AT_ONCE = 8;

    private final Webhooks webhooks;
    private final DeliveryStore deliveries;
    private final Receivers receivers;
    private final Receiver receiver;
    private final Surroundings surroundings;

    /** Takes from {@code deliveries} and hands to {@code receiver}. */
    public DeliverDue(
            Webhooks webhooks,
            DeliveryStore deliveries,
            Receivers receivers,
            Receiver receiver,
            Surroundings surroundings) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.receiver = receiver;
        this.surroundings = surroundings;
    }

    /**
     * What it takes from the process.
     *
     * @param clock the store's
     * @param chance from 0 to 1
     * @param threads do what blocks
     */
    public record Surroundings(InstantSource clock, DoubleSupplier chance, Executor threads) {}

    /**
     * What was done.
     *
     * @param tried how many deliveries
     * @param pause the longest that the receiver asked for; zero if it asked for none
     */
    public record Round(int tried, Duration pause) {
        static final Round NOTHING = new Round(0, Duration.ZERO);
    }

    /** Tries some; a receiver that fails gets one at a time. */
    public Round run(Webhook webhook) {
        int most = webhook.isFailing() ? 1 : AT_ONCE;
        Instant now = surroundings.clock().instant();
        List<Delivery> next = NextDeliveries.of(deliveries.window(webhook.id(), WINDOW), now, most);
        if (next.isEmpty()) {
            return Round.NOTHING;
        }
        WebhookSecret secret = webhooks.secret(webhook);
        List<CompletableFuture<Duration>> tries = next.stream()
                .map(delivery ->
                        CompletableFuture.supplyAsync(() -> attempt(webhook, secret, delivery), surroundings.threads()))
                .toList();
        CompletableFuture.allOf(tries.toArray(CompletableFuture[]::new)).join();
        Duration pause = tries.stream()
                .map(CompletableFuture::join)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new Round(next.size(), pause);
    }

    /** Returns the pause that the receiver asked for. */
    private Duration attempt(Webhook webhook, WebhookSecret secret, Delivery delivery) {
        Instant begin = surroundings.clock().instant();
        long stamp = begin.getEpochSecond();
        String body = delivery.matter().body();
        String signature = Signature.of(secret, delivery.id(), stamp, body);
        Outcome outcome = receiver.post(new Parcel(webhook.target().url(), delivery.id(), stamp, signature, body));
        Duration took = Duration.between(begin, surroundings.clock().instant());
        Try last = new Try(begin, took, outcome);
        if (deliveries.change(delivery.after(last, surroundings.chance().getAsDouble()), delivery.count())) {
            receivers.heard(webhook, last);
        }
        return last.pause();
    }
}
