package io.signalbox.gateway.webhook.sending;

import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.gateway.webhook.WebhookId;
import io.signalbox.gateway.webhook.WebhookStore;
import io.signalbox.gateway.webhook.delivery.DeliveryStore;
import io.signalbox.gateway.webhook.lease.HoldLease;
import io.signalbox.gateway.webhook.sending.DeliverDue.Round;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has each webhook's deliveries tried beside those of all others, so that a receiver that does not answer delays its own alone. */
public final class DeliverAll {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverAll.class);
    /** Between two looks at a receiver that fails or is switched off, however much waits for it, unless it asks for more. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final DeliverDue deliver;
    private final HoldLease lease;
    private final InstantSource clock;
    private final Executor threads;
    private final Set<WebhookId> busy = ConcurrentHashMap.newKeySet();
    private final Map<WebhookId, Instant> resting = new ConcurrentHashMap<>();

    /** Delivers while {@code lease} is held. */
    public DeliverAll(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            DeliverDue deliver,
            HoldLease lease,
            InstantSource clock,
            Executor threads) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.deliver = deliver;
        this.lease = lease;
        this.clock = clock;
        this.threads = threads;
    }

    /** Begins what is due; to be called every second or so. Blocks for a round trip, not for receivers. */
    public void run() {
        Instant now = clock.instant();
        deliveries.due(now).stream()
                .filter(id -> !now.isBefore(resting.getOrDefault(id, Instant.MIN)))
                .filter(busy::add)
                .forEach(id -> threads.execute(() -> work(id)));
    }

    private void work(WebhookId id) {
        try {
            boolean more = true;
            while (more && lease.isHeld()) {
                more = round(id);
            }
        } catch (RuntimeException e) {
            LOG.warn("Failed to deliver to webhook {}; it goes on: {}", id, e.toString());
            rest(id, REST);
        } finally {
            busy.remove(id);
        }
    }

    /** Whether there may be more to do at once. */
    private boolean round(WebhookId id) {
        Optional<Webhook> webhook = webhooks.find(id);
        if (webhook.isEmpty()) {
            deliveries.removeOf(id);
            resting.remove(id);
            return false;
        }
        boolean well = webhook.get().isOn() && !webhook.get().isFailing();
        Round round = webhook.get().isOn() ? deliver.run(webhook.get()) : Round.NOTHING;
        boolean goesOn = well && round.pause().isZero();
        if (goesOn) {
            resting.remove(id);
        } else {
            rest(id, round.pause());
        }
        return round.tried() > 0 && goesOn;
    }

    private void rest(WebhookId id, Duration wanted) {
        resting.put(id, clock.instant().plus(wanted.compareTo(REST) > 0 ? wanted : REST));
    }
}
