package io.signalbox.gateway.webhook.delivery;

import io.signalbox.gateway.webhook.WebhookId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps deliveries. Methods block for a round trip and end with a problem when the store is away. */
public interface DeliveryStore {

    /** Stores those that are not there; a repeat changes nothing. */
    void add(List<Delivery> deliveries);

    /** How many of a webhook are pending; it counts no further than {@code most}. */
    int pending(WebhookId webhook, int most);

    /** The webhooks of which something is pending and due. */
    Set<WebhookId> due(Instant now);

    /** The pending ones of a webhook in the order of their events, at most so many. */
    List<Delivery> window(WebhookId webhook, int most);

    /**
     * Stores what has become of one.
     *
     * @param delivery as it is now
     * @param before how often it had been tried
     * @return whether nobody else had stored another try meanwhile
     */
    boolean change(Delivery delivery, int before);

    /** Those of a webhook, the newest first, before a place. */
    List<Delivery> newest(WebhookId webhook, Optional<String> before, int most);

    /** One of a webhook. */
    Optional<Delivery> find(WebhookId webhook, String id);

    /** Removes all of a webhook; idempotent. */
    void removeOf(WebhookId webhook);

    /** Removes what was made before this and is not pending, at most so many; how many it was. */
    int removeBefore(Instant time, int most);
}
