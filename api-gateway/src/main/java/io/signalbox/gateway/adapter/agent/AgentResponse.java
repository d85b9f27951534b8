package io.signalbox.gateway.adapter.agent;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers as agents need them: exact status, empty bodies where nothing is to be said (a body there leaks a connection). */
final class AgentResponse {
    private static final Logger LOG = LoggerFactory.getLogger(AgentResponse.class);

    private AgentResponse() {}

    /** Opens an answer that comes later, from another thread. A caller that goes away meanwhile is no event. */
    static AsyncContext later(HttpServletRequest request) {
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        context.addListener(new GoneCaller());
        return context;
    }

    static void empty(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }

    static void json(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** A reason for the agent's own log. */
    static void text(HttpServletResponse response, int status, String reason) throws IOException {
        byte[] body = reason.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Ends an asynchronous request with {@code writing}; a caller that has gone is no event. */
    static void finish(AsyncContext context, Writing writing) {
        try {
            writing.to((HttpServletResponse) context.getResponse());
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Failed to answer: {}", e.toString());
        } finally {
            complete(context);
        }
    }

    private static void complete(AsyncContext context) {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOG.debug("Answered already: {}", e.toString());
        }
    }

    /** Writes an answer. */
    @FunctionalInterface
    interface Writing {
        void to(HttpServletResponse response) throws IOException;
    }

    /** Without it the server would answer a caller that is gone with an error page. */
    private static final class GoneCaller implements AsyncListener {
        @Override
        public void onError(AsyncEvent event) {
            LOG.debug("Lost the caller: {}", String.valueOf(event.getThrowable()));
            complete(event.getAsyncContext());
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
