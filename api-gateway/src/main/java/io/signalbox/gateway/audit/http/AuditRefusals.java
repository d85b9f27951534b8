package io.signalbox.gateway.audit.http;

import io.signalbox.gateway.audit.AuditFact.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Writes down what known callers were not allowed to do. Stands before all checks. */
public final class AuditRefusals implements HandlerInterceptor {
    private static final String ACTION = "access";

    private final RequestFacts facts;

    /** Adds to {@code facts}. */
    public AuditRefusals(RequestFacts facts) {
        this.facts = facts;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception exception) {
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
            facts.note(request, ACTION, Outcome.REFUSED);
        }
    }
}
