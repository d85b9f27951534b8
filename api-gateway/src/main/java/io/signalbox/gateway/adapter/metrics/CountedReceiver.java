package io.signalbox.gateway.adapter.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.signalbox.gateway.webhook.delivery.Outcome;
import io.signalbox.gateway.webhook.sending.Receiver;

/**
 * Counts what comes of tries to tell webhooks of events.
 *
 * @param receiver does it
 * @param registry has the counters
 */
public record CountedReceiver(Receiver receiver, MeterRegistry registry) implements Receiver {

    @Override
    public Outcome post(Parcel parcel) {
        Outcome outcome = receiver.post(parcel);
        Counter.builder(GatewayMetric.WEBHOOK.id())
                .description(GatewayMetric.WEBHOOK.description())
                .tag(GatewayMetric.WEBHOOK.tag(), word(outcome))
                .register(registry)
                .increment();
        return outcome;
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> answered.isSuccess() ? "delivered" : "refused";
            case Outcome.Unanswered _ -> "unanswered";
        };
    }
}
