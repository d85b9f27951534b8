package io.signalbox.gateway.json;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** Refuses {@code TRACE}, which servlets answer by themselves with all headers of the request: the token among them. */
public final class NoTrace implements Filter {
    private static final String KNOWN = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && http.getMethod().equals("TRACE")) {
            HttpServletResponse refused = (HttpServletResponse) response;
            refused.setHeader(HttpHeaders.ALLOW, KNOWN);
            refused.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        chain.doFilter(request, response);
    }
}
