package io.signalbox.gateway.json;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Reads what a refusal has left over of a small body, before its answer goes out: a stream whose body is left over is reset behind the answer,
 * and some clients then see the reset alone.
 */
public final class RestOfBody implements Filter {
    private static final long SMALL = 64 * 1024;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        long length = request.getContentLengthLong();
        if (length > 0 && length <= SMALL) {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }
}
