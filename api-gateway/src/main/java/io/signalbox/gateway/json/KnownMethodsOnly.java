package io.signalbox.gateway.json;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * Refuses the methods that servlets answer by themselves: {@code TRACE} with all headers of the request, the token among them, and {@code
 * OPTIONS}, which asks for pages of other origins and is no address of ours.
 */
public final class KnownMethodsOnly implements Filter {
    private static final Set<String> REFUSED = Set.of("TRACE", "OPTIONS");
    private static final String KNOWN = "GET, HEAD, POST, PUT, PATCH, DELETE";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && REFUSED.contains(http.getMethod())) {
            HttpServletResponse refused = (HttpServletResponse) response;
            refused.setHeader(HttpHeaders.ALLOW, KNOWN);
            refused.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        chain.doFilter(request, response);
    }
}
