package io.signalbox.gateway.json;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps servlets from answering by themselves {@code TRACE}, with all headers of the request, the token among them, and {@code OPTIONS}, which
 * asks for pages of other origins. Both are methods like any other that an address does not know: it says which ones it does (RFC 9110, 15.5.6).
 */
public final class KnownMethodsOnly implements Filter {
    private static final Set<String> ANSWERED_BY_SERVLETS = Set.of("TRACE", "OPTIONS");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean answered =
                request instanceof HttpServletRequest http && ANSWERED_BY_SERVLETS.contains(http.getMethod());
        chain.doFilter(answered ? new Unknown((HttpServletRequest) request) : request, response);
    }

    /** Names of methods are case-sensitive: in small letters nobody knows this one. */
    private static final class Unknown extends HttpServletRequestWrapper {
        Unknown(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return super.getMethod().toLowerCase(Locale.ROOT);
        }
    }
}
