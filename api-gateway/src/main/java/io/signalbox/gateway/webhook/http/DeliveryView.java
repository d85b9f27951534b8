package io.signalbox.gateway.webhook.http;

import io.signalbox.gateway.webhook.delivery.Delivery;
import io.signalbox.gateway.webhook.delivery.Outcome;
import io.signalbox.gateway.webhook.delivery.Try;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery.
 *
 * @param id the header {@code webhook-id} of each try
 * @param type type of the event
 * @param task which task it is about
 * @param state how far it is
 * @param createdAt since when it exists
 * @param nextTryAt when it is tried next; null: it is not
 * @param tried how often it was tried
 * @param tries the last of these
 * @param body what is told
 */
record DeliveryView(
        String id,
        String type,
        @Nullable String task,
        Delivery.State state,
        Instant createdAt,
        @Nullable Instant nextTryAt,
        int tried,
        List<TryView> tries,
        String body) {

    /**
     * A try.
     *
     * @param at when it began
     * @param took how long it took
     * @param status what the receiver answered; null: nothing
     * @param error why there was no answer
     */
    record TryView(
            Instant at,
            Duration took,
            @Nullable Integer status,
            @Nullable String error) {
        static TryView of(Try one) {
            return switch (one.outcome()) {
                case Outcome.Answered answered -> new TryView(one.at(), one.took(), answered.status(), null);
                case Outcome.Unanswered unanswered -> new TryView(one.at(), one.took(), null, unanswered.why());
            };
        }
    }

    static DeliveryView of(Delivery delivery) {
        boolean pending = delivery.state() == Delivery.State.PENDING;
        return new DeliveryView(
                delivery.id(),
                delivery.matter().type(),
                delivery.matter().task().orElse(null),
                delivery.state(),
                delivery.times().createdAt(),
                pending ? delivery.times().dueAt() : null,
                delivery.count(),
                delivery.tries().stream().map(TryView::of).toList(),
                delivery.matter().body());
    }
}
