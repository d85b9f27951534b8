package io.signalbox.gateway.adapter.agent.exchange;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that comes later, from another thread. A caller that goes away meanwhile is no event, and is let go of at once: when thousands
 * of connections are cut, their requests must not be kept beside those with which the same callers return. Thread-safe.
 */
public final class LaterAnswer implements AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(LaterAnswer.class);

    private final AtomicReference<@Nullable AsyncContext> open;

    private LaterAnswer(AsyncContext context) {
        this.open = new AtomicReference<>(context);
    }

    /** Opens the answer to {@code request}. */
    public static LaterAnswer to(HttpServletRequest request) {
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        LaterAnswer answer = new LaterAnswer(context);
        context.addListener(answer);
        return answer;
    }

    /** Writes the answer, once; nothing to a caller that has gone. */
    public void finish(Writing writing) {
        AsyncContext context = open.getAndSet(null);
        if (context == null) {
            return;
        }
        try {
            writing.to((HttpServletResponse) context.getResponse());
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Failed to answer: {}", e.toString());
        } finally {
            complete(context);
        }
    }

    /** Without it the server would answer a caller that is gone with an error page. */
    @Override
    public void onError(AsyncEvent event) {
        LOG.debug("Lost the caller: {}", String.valueOf(event.getThrowable()));
        open.set(null);
        complete(event.getAsyncContext());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        open.set(null);
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}

    private static void complete(AsyncContext context) {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOG.debug("Answered already: {}", e.toString());
        }
    }

    /** Writes an answer. */
    @FunctionalInterface
    public interface Writing {
        /** Writes it to {@code response}. */
        void to(HttpServletResponse response) throws IOException;
    }
}
