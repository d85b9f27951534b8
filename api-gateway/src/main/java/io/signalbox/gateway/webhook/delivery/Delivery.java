package io.signalbox.gateway.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import io.signalbox.gateway.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One event on its way to one receiver.
 *
 * @param id the same on each try, so that the receiver can tell a repeat
 * @param webhook whose
 * @param matter what is told
 * @param state how far it is
 * @param times when
 * @param count how often it was tried
 * @param tries the last of these, the oldest first
 */
public record Delivery(
        String id, WebhookId webhook, Matter matter, State state, Times times, int count, List<Try> tries) {
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final int MOST_TRIES_KEPT = 10;

    public Delivery {
        tries = List.copyOf(tries);
    }

    /**
     * What is told.
     *
     * @param type type of the event
     * @param task which task it is about, if any: of one task, events are delivered in order
     * @param body the very bytes, as text
     */
    public record Matter(String type, Optional<String> task, String body) {}

    /**
     * Times of a delivery, by the store's clock.
     *
     * @param createdAt since when it exists
     * @param dueAt when it is to be tried next
     * @param until when it is given up
     */
    public record Times(Instant createdAt, Instant dueAt, Instant until) {
        static Times from(Instant now) {
            return new Times(now, now, now.plus(PATIENCE));
        }
    }

    /** How far it is. */
    public enum State {
        PENDING,
        DELIVERED,
        /** Given up. */
        FAILED;

        /** The state of this name. */
        public static State of(String wire) {
            return Arrays.stream(values())
                    .filter(state -> state.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown state " + wire));
        }

        /** Its name in JSON and store. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A new one, due at once. */
    static Delivery of(WebhookId webhook, String place, Matter matter, Instant now) {
        return new Delivery(webhook + "-" + place, webhook, matter, State.PENDING, Times.from(now), 0, List.of());
    }

    /**
     * The same after a try.
     *
     * @param chance from 0 to 1: deliveries that failed together are not all tried together again
     */
    public Delivery after(Try last, double chance) {
        Instant now = last.at().plus(last.took());
        State then = last.succeeded() ? State.DELIVERED : (now.isBefore(times.until()) ? State.PENDING : State.FAILED);
        Instant next = now.plus(Backoff.after(count + 1, last.pause(), chance));
        Instant due = next.isBefore(times.until()) ? next : times.until();
        List<Try> known = new ArrayList<>(tries);
        known.add(last);
        Times scheduled = new Times(times.createdAt(), then == State.PENDING ? due : times.dueAt(), times.until());
        return new Delivery(
                id,
                webhook,
                matter,
                then,
                scheduled,
                count + 1,
                known.subList(Math.max(0, known.size() - MOST_TRIES_KEPT), known.size()));
    }

    /** The same, to be tried anew as if it were new. */
    public Delivery again(Instant now) {
        Times fresh = new Times(times.createdAt(), now, now.plus(PATIENCE));
        return new Delivery(id, webhook, matter, State.PENDING, fresh, count, tries);
    }
}
