package io.signalbox.gateway.webhook.http;

import io.signalbox.gateway.event.EventCursor;
import io.signalbox.gateway.webhook.SwitchedOff;
import io.signalbox.gateway.webhook.Webhook;
import io.signalbox.gateway.webhook.WebhookId;
import io.signalbox.model.id.ProjectName;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook without its secret.
 *
 * @param id its id
 * @param project whose events
 * @param name for people
 * @param url where to
 * @param types which types of events; empty: all
 * @param enabled whether it is told of anything
 * @param switchedOff why it is not; null: it is
 * @param failingSince since when nothing could be delivered; null: it can
 * @param deliveredAt when something was delivered last
 * @param createdAt when it was made
 */
record WebhookView(
        WebhookId id,
        ProjectName project,
        String name,
        URI url,
        List<String> types,
        boolean enabled,
        @Nullable Off switchedOff,
        @Nullable Instant failingSince,
        @Nullable Instant deliveredAt,
        Instant createdAt) {

    /**
     * Why it is told of nothing.
     *
     * @param at since when
     * @param cause why, for programs
     * @param detail why, for people
     * @param after cursor of the feed: what lies behind it was not queued
     */
    record Off(Instant at, SwitchedOff.Cause cause, String detail, String after) {
        static Off of(SwitchedOff off) {
            return new Off(off.at(), off.cause(), off.cause().text(), new EventCursor(off.after()).text());
        }
    }

    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id(),
                webhook.project(),
                webhook.target().name(),
                webhook.target().url(),
                webhook.target().types(),
                webhook.isOn(),
                webhook.standing().off().map(Off::of).orElse(null),
                webhook.standing().failingSince().orElse(null),
                webhook.standing().deliveredAt().orElse(null),
                webhook.begin().createdAt());
    }
}
