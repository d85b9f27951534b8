package io.signalbox.gateway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps webhooks. Methods block for a round trip and end with a problem when the store is away. */
public interface WebhookStore {

    /** All of them, the newest first. */
    List<Webhook> all();

    /** The webhook of this id. */
    Optional<Webhook> find(WebhookId id);

    /** Stores a new one. */
    void insert(Webhook webhook);

    /**
     * Stores what people have set, if nobody has meanwhile.
     *
     * @param webhook as it is to be
     * @param before the version that it had
     * @return whether it was stored
     */
    boolean change(Webhook webhook, long before);

    /** Removes it; idempotent. */
    void remove(WebhookId id);

    /** Something was delivered. */
    void delivered(WebhookId id, Instant at);

    /** Something could not be delivered; since when, that stays as it was. */
    void failed(WebhookId id, Instant at);

    /**
     * Switches it off unless it is.
     *
     * @return whether it was on
     */
    boolean switchOff(WebhookId id, SwitchedOff off);
}
