package io.signalbox.gateway.audit.http;

import io.signalbox.gateway.audit.AuditFact;
import io.signalbox.gateway.audit.AuditFact.Actor;
import io.signalbox.gateway.audit.AuditFact.Outcome;
import io.signalbox.gateway.audit.AuditLog;
import io.signalbox.gateway.audit.AuditUnavailable;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.problem.RequestId;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds to the audit log what requests are about. Thread-safe. */
public final class RequestFacts {
    private static final Logger LOG = LoggerFactory.getLogger(RequestFacts.class);
    private static final int LONGEST_TARGET = 300;

    private final AuditLog log;
    private final InstantSource clock;

    /** Adds to {@code log}. */
    public RequestFacts(AuditLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Adds what the request's caller is about to do; ends with a problem when that cannot be stored. Blocks for a round trip. */
    void require(HttpServletRequest request, String action) {
        try {
            log.require(fact(request, action, Outcome.ALLOWED));
        } catch (AuditUnavailable e) {
            LOG.warn("Failed to write the audit log", e);
            throw Problem.of(ErrorCode.STORE_UNAVAILABLE, "The audit log cannot be written; nothing was changed")
                    .toException();
        }
    }

    /** Adds what became of a request, without waiting for it. */
    void note(HttpServletRequest request, String action, Outcome outcome) {
        add(fact(request, action, outcome));
    }

    /** Adds that a decoy was used, without waiting for it. */
    public void decoy(Actor actor, HttpServletRequest request) {
        add(new AuditFact(
                clock.instant(), actor, "decoy.use", target(request), Outcome.REFUSED, RequestId.of(request)));
    }

    private void add(AuditFact fact) {
        var _ = log.add(fact).exceptionally(failure -> {
            LOG.warn("Failed to write the audit log: {} of request {}", fact.action(), fact.request(), failure);
            return null;
        });
    }

    private AuditFact fact(HttpServletRequest request, String action, Outcome outcome) {
        Caller caller = Caller.of(request);
        Actor actor = new Actor(caller.token(), caller.name(), request.getRemoteAddr());
        return new AuditFact(clock.instant(), actor, action, target(request), outcome, RequestId.of(request));
    }

    private static String target(HttpServletRequest request) {
        String target = request.getMethod() + " " + request.getRequestURI();
        return target.substring(0, Math.min(target.length(), LONGEST_TARGET));
    }
}
