package io.signalbox.gateway.rate;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Refuses requests of a token that asks too often, and tells each caller how far it may go, by the header fields of
 * draft-ietf-httpapi-ratelimit-headers-07. Stands behind authentication.
 */
public final class RateLimitFilter implements Filter {
    private final RateLimits limits;

    /** Asks {@code limits}. */
    public RateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (letThrough(Caller.of(request), request, (HttpServletResponse) response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean letThrough(Caller caller, ServletRequest request, HttpServletResponse response) throws IOException {
        RateLimits.Told told = limits.take(caller.token());
        response.setIntHeader("RateLimit-Limit", told.limit());
        response.setIntHeader("RateLimit-Remaining", told.left());
        response.setHeader("RateLimit-Reset", Long.toString(seconds(told.reset())));
        if (!told.granted()) {
            Problem problem = new Problem(
                    ErrorCode.RATE_LIMITED,
                    "Token '%s' has asked more often than it may".formatted(caller.name()),
                    List.of(),
                    Optional.of(Duration.ofSeconds(seconds(told.retryAfter()))));
            request.setAttribute(Problem.ATTRIBUTE, problem);
            response.sendError(problem.code().status());
        }
        return told.granted();
    }

    private static long seconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
