package io.signalbox.gateway.audit.http;

import io.signalbox.gateway.audit.AuditFact.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Writes down each {@link Audited} call before it has an effect, and afterwards that it failed, if it did. Stands behind all checks. */
public final class AuditChanges implements HandlerInterceptor {
    private static final int FAILED_FROM = 400;
    private static final int FORBIDDEN = HttpServletResponse.SC_FORBIDDEN;

    private final RequestFacts facts;

    /** Adds to {@code facts}. */
    public AuditChanges(RequestFacts facts) {
        this.facts = facts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String action = action(handler);
        if (action != null) {
            facts.require(request, action);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception exception) {
        String action = action(handler);
        if (action != null && response.getStatus() >= FAILED_FROM && response.getStatus() != FORBIDDEN) {
            facts.note(request, action, Outcome.FAILED);
        }
    }

    private static @Nullable String action(Object handler) {
        Audited audited = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Audited.class) : null;
        return audited == null ? null : audited.value();
    }
}
