package io.signalbox.gateway.webhook;

import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.event.EventStore;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.secret.KeyRing;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.rule.Violation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes, changes and removes webhooks. Blocks; thread-safe. */
public final class Webhooks {
    private static final int MOST = 1_000;
    private static final int MOST_OF_A_PROJECT = 50;

    private final WebhookStore store;
    private final EventStore feed;
    private final KeyRing keys;
    private final InstantSource clock;
    private final List<String> schemes;

    /**
     * Keeps webhooks in {@code store}.
     *
     * @param feed what they are told of
     * @param keys seal their secrets
     * @param clock the store's
     * @param schemes how their addresses may begin
     */
    public Webhooks(WebhookStore store, EventStore feed, KeyRing keys, InstantSource clock, List<String> schemes) {
        this.store = store;
        this.feed = feed;
        this.keys = keys;
        this.clock = clock;
        this.schemes = List.copyOf(schemes);
    }

    /** Those of the projects in {@code scope}, the newest first. */
    public List<Webhook> in(Scope scope) {
        return store.all().stream()
                .filter(webhook -> scope.includes(webhook.project()))
                .toList();
    }

    /** The webhook of this id; what lies outside of {@code scope} is not there. */
    public Webhook require(String id, Scope scope) {
        return Optional.of(id)
                .filter(WebhookId::isValid)
                .flatMap(text -> store.find(new WebhookId(text)))
                .filter(webhook -> scope.includes(webhook.project()))
                .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "There is no webhook of this id")
                        .toException());
    }

    /** What is wrong with what is wanted ends with a problem. */
    public void check(WantedWebhook wanted) {
        List<Violation> violations = wanted.violations(schemes);
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw Problem.of(ErrorCode.INVALID_REQUEST, first.pointer() + " " + first.detail(), violations)
                    .toException();
        }
    }

    /** Makes one, which is told of what happens from now on. */
    public Webhook make(WebhookId id, ProjectName project, WantedWebhook wanted, WebhookSecret secret) {
        check(wanted);
        List<Webhook> present = store.all();
        long own = present.stream()
                .filter(webhook -> webhook.project().equals(project))
                .count();
        if (present.size() >= MOST || own >= MOST_OF_A_PROJECT) {
            throw Problem.of(
                            ErrorCode.TOO_MANY,
                            "There may be %d webhooks, of one project %d".formatted(MOST, MOST_OF_A_PROJECT))
                    .toException();
        }
        long newest = feed.newest();
        Webhook made = new Webhook(
                id,
                project,
                wanted.target(),
                keys.seal(secret.text(), Webhook.place(id)),
                new Webhook.Begin(clock.instant(), newest),
                wanted.isOn() ? Standing.FRESH : off(Standing.FRESH, newest),
                0);
        store.insert(made);
        return made;
    }

    /** Makes it what is wanted; one that is switched on again is told of what happens from now on. */
    public Optional<Webhook> change(Webhook known, WantedWebhook wanted) {
        check(wanted);
        long newest = feed.newest();
        boolean back = wanted.isOn() && !known.isOn();
        Webhook changed = new Webhook(
                known.id(),
                known.project(),
                wanted.target(),
                known.secret(),
                back ? new Webhook.Begin(known.begin().createdAt(), newest) : known.begin(),
                standing(known, wanted, newest),
                known.version() + 1);
        return store.change(changed, known.version()) ? Optional.of(changed) : Optional.empty();
    }

    /** What its deliveries are signed with. */
    public WebhookSecret secret(Webhook webhook) {
        return new WebhookSecret(keys.open(webhook.secret(), Webhook.place(webhook.id())));
    }

    /** Removes it. */
    public void remove(Webhook webhook) {
        store.remove(webhook.id());
    }

    private Standing standing(Webhook known, WantedWebhook wanted, long newest) {
        if (wanted.isOn() == known.isOn()) {
            return known.standing();
        }
        return wanted.isOn() ? on(known.standing()) : off(known.standing(), newest);
    }

    private static Standing on(Standing before) {
        return new Standing(Optional.empty(), before.deliveredAt(), Optional.empty());
    }

    private Standing off(Standing before, long newest) {
        SwitchedOff off = new SwitchedOff(clock.instant(), SwitchedOff.Cause.BY_HAND, newest);
        return new Standing(before.failingSince(), before.deliveredAt(), Optional.of(off));
    }
}
