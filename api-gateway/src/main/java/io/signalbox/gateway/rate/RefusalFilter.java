package io.signalbox.gateway.rate;

import io.signalbox.gateway.security.Caller;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Holds back the next requests of a token whose requests are wrong again and again, so that whoever tries things out takes little from those whose requests
 * are right. Stands behind authentication. Blocks while it holds a request.
 */
public final class RefusalFilter implements Filter {
    /** What also comes of right requests: others were faster, or the system has too much to do. */
    private static final Set<Integer> NOBODYS_FAULT = Set.of(409, 412, 429);

    private final RateLimits refusals;
    private final Consumer<Duration> pause;

    /** Lets each token have as many refusals as {@code refusals} allows, and then waits by {@code pause}. */
    public RefusalFilter(RateLimits refusals, Consumer<Duration> pause) {
        this.refusals = refusals;
        this.pause = pause;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String token = Caller.of(request).token();
        pause.accept(refusals.untilNext(token));
        chain.doFilter(request, response);
        if (response instanceof HttpServletResponse answer && isRefusal(answer.getStatus())) {
            refusals.owe(token);
        }
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && !NOBODYS_FAULT.contains(status);
    }
}
