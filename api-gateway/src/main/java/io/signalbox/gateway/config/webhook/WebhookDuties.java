package io.signalbox.gateway.config.webhook;

import io.signalbox.gateway.config.duty.Duties;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.gateway.webhook.delivery.DeliveryStore;
import io.signalbox.gateway.webhook.delivery.QueueEvents;
import io.signalbox.gateway.webhook.lease.HoldLease;
import io.signalbox.gateway.webhook.sending.DeliverAll;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps the lease, and while it is held queues what the feed brings, delivers it, and forgets what is old. Starts and stops idempotently. */
final class WebhookDuties implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookDuties.class);
    private static final Duration KEEP = Duration.ofSeconds(2);
    private static final Duration WORK = Duration.ofMillis(500);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final HoldLease lease;
    private final QueueEvents queue;
    private final DeliverAll deliver;
    private final DeliveryStore deliveries;
    private final InstantSource clock;
    private volatile @Nullable ScheduledExecutorService thread;
    private volatile boolean away;

    WebhookDuties(
            HoldLease lease, QueueEvents queue, DeliverAll deliver, DeliveryStore deliveries, InstantSource clock) {
        this.lease = lease;
        this.queue = queue;
        this.deliver = deliver;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            ScheduledExecutorService started = Executors.newScheduledThreadPool(
                    2, Thread.ofVirtual().name("webhook-duty-", 0).factory());
            Duties duties = new Duties(started, "the webhooks");
            duties.every(KEEP, () -> unlessStoreIsAway(lease::keep));
            duties.every(WORK, () -> unlessStoreIsAway(this::work));
            duties.every(FORGET, () -> unlessStoreIsAway(this::forget));
            thread = started;
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService started = thread;
        if (started != null) {
            started.shutdown();
            unlessStoreIsAway(lease::release);
            started.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** What is left undone is done when it is back; it is said once. */
    private void unlessStoreIsAway(Runnable duty) {
        try {
            duty.run();
            away = false;
        } catch (ProblemException e) {
            if (!away) {
                LOG.warn("Postponed telling webhooks: {}", e.problem().detail());
            }
            away = true;
        }
    }

    private void work() {
        boolean more = lease.isHeld();
        while (more) {
            more = queue.run() && lease.isHeld();
        }
        if (lease.isHeld()) {
            deliver.run();
        }
    }

    private void forget() {
        int removed = FORGOTTEN_AT_ONCE;
        while (removed == FORGOTTEN_AT_ONCE && lease.isHeld()) {
            removed = deliveries.removeBefore(clock.instant().minus(KEPT), FORGOTTEN_AT_ONCE);
        }
    }
}
