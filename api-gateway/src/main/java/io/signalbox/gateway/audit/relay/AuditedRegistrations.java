package io.signalbox.gateway.audit.relay;

import io.signalbox.gateway.audit.AuditFact;
import io.signalbox.gateway.audit.AuditFact.Actor;
import io.signalbox.gateway.audit.AuditFact.Outcome;
import io.signalbox.gateway.audit.AuditLog;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.registration.Registration;
import io.signalbox.gateway.runner.registration.RegistrationOutcome;
import io.signalbox.gateway.runner.registration.Registrations;
import io.signalbox.gateway.security.TokenValue;
import java.time.InstantSource;

/**
 * Answers that a runner was let in by a registration token when the audit log has it. A runner that comes back by its access token is
 * the one that was let in.
 *
 * @param registrations lets it in
 * @param log where it is written down
 * @param clock for the entry
 */
public record AuditedRegistrations(Registrations registrations, AuditLog log, InstantSource clock)
        implements Registrations {
    @Override
    public RegistrationOutcome register(Registration wish, TokenValue value) {
        RegistrationOutcome outcome = registrations.register(wish, value);
        if (outcome instanceof RegistrationOutcome.Registered registered
                && value.text().startsWith(TokenValue.REGISTRATION)) {
            log.require(fact(registered.runner(), wish.address()));
        }
        return outcome;
    }

    private AuditFact fact(Runner runner, String address) {
        return new AuditFact(
                clock.instant(),
                new Actor(runner.credentials().registrationToken(), "a registration token", address),
                "runner.register",
                "runner %s (%s) in pool %s".formatted(runner.name(), runner.id(), runner.pool()),
                Outcome.ALLOWED,
                "");
    }
}
