package io.signalbox.gateway.webhook.delivery;

import io.signalbox.gateway.audit.AuditFact;
import io.signalbox.gateway.audit.AuditFact.Actor;
import io.signalbox.gateway.audit.AuditLog;
import io.signalbox.gateway.webhook.SwitchedOff;
import io.signalbox.gateway.webhook.SwitchedOff.Cause;
import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.gateway.webhook.WebhookStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps how it stands with receivers, and switches those off to which nothing can be delivered. Blocks; thread-safe. */
public final class Receivers {
    private static final Logger LOG = LoggerFactory.getLogger(Receivers.class);
    /** A day, less what may pass between an event and the first try to tell of it: its last try ends the day. */
    private static final Duration FAILING_FOR = Duration.ofHours(24).minus(Duration.ofMinutes(10));

    private static final Actor SELF = new Actor("", "Signalbox", "");

    private final WebhookStore webhooks;
    private final AuditLog audit;
    private final InstantSource clock;
    private final LongSupplier place;

    /**
     * Keeps it in {@code webhooks}.
     *
     * @param place how far the feed was read
     */
    public Receivers(WebhookStore webhooks, AuditLog audit, InstantSource clock, LongSupplier place) {
        this.webhooks = webhooks;
        this.audit = audit;
        this.clock = clock;
        this.place = place;
    }

    /** Notes what came of a try. */
    public void heard(Webhook webhook, Try last) {
        Instant at = last.at();
        if (last.succeeded()) {
            webhooks.delivered(webhook.id(), at);
        } else if (last.outcome() instanceof Outcome.Answered answered && answered.isGone()) {
            switchOff(webhook, Cause.GONE, place.getAsLong());
        } else if (isFailingForLong(webhook, at)) {
            switchOff(webhook, Cause.FAILING, place.getAsLong());
        } else {
            webhooks.failed(webhook.id(), at);
        }
    }

    void switchOff(Webhook webhook, Cause cause, long after) {
        if (webhooks.switchOff(webhook.id(), new SwitchedOff(clock.instant(), cause, after))) {
            LOG.warn("Switched off webhook {} of project {}: {}", webhook.id(), webhook.project(), cause.text());
            String target = "webhook %s of project %s: %s".formatted(webhook.id(), webhook.project(), cause.text());
            AuditFact fact =
                    new AuditFact(clock.instant(), SELF, "webhook.switch_off", target, AuditFact.Outcome.ALLOWED, "");
            var _ = audit.add(fact).exceptionally(failure -> {
                LOG.warn("Failed to write the audit log: {}", target, failure);
                return null;
            });
        }
    }

    private static boolean isFailingForLong(Webhook webhook, Instant now) {
        return webhook.standing()
                .failingSince()
                .filter(since -> !now.isBefore(since.plus(FAILING_FOR)))
                .isPresent();
    }
}
