package io.signalbox.gateway.audit.relay;

import io.signalbox.gateway.audit.AuditFact;
import io.signalbox.gateway.audit.AuditFact.Actor;
import io.signalbox.gateway.audit.AuditFact.Outcome;
import io.signalbox.gateway.audit.AuditLog;
import io.signalbox.gateway.relay.claim.AssignedTask;
import io.signalbox.gateway.relay.claim.SecretValues;
import io.signalbox.gateway.secret.Secrets;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Opens secrets for an attempt after the audit log has it that they are read: none leaves the store unseen. */
public final class AuditedSecrets implements SecretValues {
    private final Secrets secrets;
    private final AuditLog log;
    private final InstantSource clock;
    private final Executor blocking;

    /** Opens {@code secrets} on {@code blocking}. */
    public AuditedSecrets(Secrets secrets, AuditLog log, InstantSource clock, Executor blocking) {
        this.secrets = secrets;
        this.log = log;
        this.clock = clock;
        this.blocking = blocking;
    }

    @Override
    public CompletableFuture<Map<String, String>> of(AssignedTask task, Collection<String> names) {
        String runner = task.attempt().slot().runner().value();
        AuditFact fact = new AuditFact(
                clock.instant(),
                new Actor(runner, "a runner", ""),
                "secret.read",
                "%s of project %s for attempt %s"
                        .formatted(names, task.project(), task.attempt().id()),
                Outcome.ALLOWED,
                "");
        return log.add(fact).thenApplyAsync(_ -> secrets.open(task.project(), names), blocking);
    }
}
