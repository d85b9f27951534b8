package io.signalbox.gateway.webhook.delivery;

import io.signalbox.gateway.event.EventStore;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.model.error.ErrorCode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What was delivered to a webhook and what was not, and what people do about it. Blocks; thread-safe. */
public final class DeliveryLog {
    private final DeliveryStore store;
    private final EventStore feed;
    private final InstantSource clock;
    private final Supplier<String> unlike;

    /**
     * Reads {@code store}.
     *
     * @param unlike texts that tell one test from another
     */
    public DeliveryLog(DeliveryStore store, EventStore feed, InstantSource clock, Supplier<String> unlike) {
        this.store = store;
        this.feed = feed;
        this.clock = clock;
        this.unlike = unlike;
    }

    /** The newest first, before a place. */
    public List<Delivery> of(Webhook webhook, Optional<String> before, int most) {
        return store.newest(webhook.id(), before, most);
    }

    /** Sends a message of nothing. */
    public Delivery test(Webhook webhook) {
        requireOn(webhook);
        Delivery test = EventMessage.test(webhook.id(), feed.newest(), unlike.get(), clock.instant());
        store.add(List.of(test));
        return test;
    }

    /** Sends one again, whatever has become of it; the receiver can tell by its id that it is a repeat. */
    public Delivery again(Webhook webhook, String id) {
        requireOn(webhook);
        Delivery known = store.find(webhook.id(), id)
                .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "The webhook has no delivery of this id")
                        .toException());
        Delivery again = known.again(clock.instant());
        if (!store.change(again, known.count())) {
            throw Problem.of(ErrorCode.PRECONDITION_FAILED, "The delivery was tried just now; look again")
                    .toException();
        }
        return again;
    }

    /** All of a webhook are forgotten with it. */
    public void remove(Webhook webhook) {
        store.removeOf(webhook.id());
    }

    private static void requireOn(Webhook webhook) {
        if (!webhook.isOn()) {
            throw Problem.of(ErrorCode.WEBHOOK_OFF, "Webhook %s is switched off".formatted(webhook.id()))
                    .toException();
        }
    }
}
