package io.signalbox.gateway.webhook;

import io.signalbox.gateway.event.FeedEvent;
import io.signalbox.gateway.secret.Sealed;
import io.signalbox.model.id.ProjectName;
import java.time.Instant;

/**
 * A receiver of events of one project.
 *
 * @param id its id
 * @param project whose events
 * @param target what is to be told where
 * @param secret with which what it is told is signed
 * @param begin since when
 * @param standing how it stands with it
 * @param version grows with each change of what people set
 */
public record Webhook(
        WebhookId id, ProjectName project, Target target, Sealed secret, Begin begin, Standing standing, long version) {

    /**
     * Since when it is told of events.
     *
     * @param createdAt when it was made
     * @param after place in the feed: only later events are for it
     */
    public record Begin(Instant createdAt, long after) {}

    /** The place for which a webhook's secret is sealed. No secret of a project can have it. */
    public static String place(WebhookId id) {
        return "the secret of webhook " + id;
    }

    /** Whether it is told of anything. */
    public boolean isOn() {
        return standing.off().isEmpty();
    }

    /** Whether the last that was tried could not be delivered. */
    public boolean isFailing() {
        return standing.failingSince().isPresent();
    }

    /** Whether it is to be told of this. */
    public boolean wants(FeedEvent event) {
        Long sequence = event.sequence();
        return isOn()
                && project.equals(event.project())
                && sequence != null
                && sequence > begin.after()
                && (target.types().isEmpty() || target.types().contains(event.type()));
    }
}
