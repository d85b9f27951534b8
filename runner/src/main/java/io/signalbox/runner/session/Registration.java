package io.signalbox.runner.session;

import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.model.relay.access.RegisterResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the runner known. One that was here before and says the same of itself returns with its access token and asks nobody (C6); its first sync tells
 * whether that still holds. A refusal is told once and tried 30 times, a second apart, as official agents do; a name in use is waited for until the
 * relay must have noticed the silence of its holder; so is an unreachable relay.
 */
public final class Registration {
    private static final int MOST_REFUSALS = 30;
    /** A holder's silence is noticed after 60 s at the latest. */
    private static final int MOST_WAITS = 90;

    private static final int NAME_TAKEN = 409;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Relay relay;
    private final Gateways gateways;
    private final RegisterRequest request;
    private final String registrationToken;
    private final MembershipStore memberships;
    private final Surroundings surroundings;

    public Registration(
            Relay relay,
            Gateways gateways,
            RegisterRequest request,
            String registrationToken,
            MembershipStore memberships,
            Surroundings surroundings) {
        this.relay = relay;
        this.gateways = gateways;
        this.request = request;
        this.registrationToken = registrationToken;
        this.memberships = memberships;
        this.surroundings = surroundings;
    }

    /** Returns without a call if that is possible, else registers. Blocks. */
    public Optional<Credentials> enter() {
        Optional<Credentials> kept = memberships
                .load()
                .filter(membership -> membership.isOf(request))
                .map(membership -> membership.credentials().returning(now()));
        if (kept.isEmpty()) {
            return register();
        }
        memberships.save(Membership.of(request, kept.get()));
        return kept;
    }

    private long now() {
        return surroundings.clock().millis();
    }

    /** The relay knows the runner no more. */
    void left() {
        memberships.forget();
    }

    /** Blocks until the relay has let the runner in; nothing when it refuses for good or the runner is told to end. */
    public Optional<Credentials> register() {
        var knocking = new Knocking();
        while (knocking.mayGoOn()) {
            knocking.once();
            if (knocking.granted != null) {
                return Optional.of(knocking.granted);
            }
            if (!surroundings.pauses().pause(knocking.pause)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** One series of tries. */
    private final class Knocking {
        private final Backoff backoff = new Backoff(gateways.count(), surroundings.random());
        private int refusals;
        private int waits;
        private boolean toldUnreachable;
        private Duration pause = PAUSE;
        private @Nullable Credentials granted;

        void once() {
            URI gateway = gateways.current();
            switch (relay.register(gateway, registrationToken, request)) {
                case Answer.Given<RegisterResponse>(RegisterResponse response) -> granted(gateway, response);
                case Answer.Refused<RegisterResponse>(int status, String reason) -> refused(gateway, status, reason);
                case Answer.Unavailable<RegisterResponse>(String cause) -> unreachable(gateway, cause);
            }
        }

        boolean mayGoOn() {
            return refusals < MOST_REFUSALS && waits < MOST_WAITS;
        }

        /** Something else may have answered in the relay's place. */
        private void granted(URI gateway, RegisterResponse response) {
            if (isMissing(response.token()) || isMissing(response.name())) {
                unreachable(gateway, "the answer has no name or no token");
            } else {
                granted = accept(response);
            }
        }

        private static boolean isMissing(@Nullable String text) {
            return text == null || text.isBlank();
        }

        private Credentials accept(RegisterResponse response) {
            var credentials = new Credentials(response.name(), response.token(), response.generation(), now());
            memberships.save(Membership.of(request, credentials));
            return credentials;
        }

        private void refused(URI gateway, int status, String reason) {
            if (refusals + waits == 0) {
                surroundings
                        .log()
                        .say("Failed to register at " + gateway + ": the relay answered " + status + " " + reason);
            }
            if (status == NAME_TAKEN) {
                waits++;
            } else {
                refusals++;
            }
            pause = PAUSE;
        }

        private void unreachable(URI gateway, String cause) {
            if (!toldUnreachable) {
                surroundings.log().say("Waiting for " + gateway + ": " + cause);
                toldUnreachable = true;
            }
            gateways.failed(gateway);
            pause = backoff.next();
        }
    }
}
