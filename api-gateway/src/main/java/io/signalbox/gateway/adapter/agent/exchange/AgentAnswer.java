package io.signalbox.gateway.adapter.agent.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one answer to an agent's call, as agents need it: exact status, empty bodies where nothing is to be said (a body there leaks a
 * connection). It may come later, from any thread, and is written without blocking; a second one is none. A caller that goes away meanwhile,
 * or was silent for so long that the server gives it up, gets none, for a call that was not answered may be repeated and one that was is done;
 * and it is let go of at once: when thousands of connections are cut, their requests must not be kept beside those with which the same callers
 * return. Thread-safe.
 */
public final class AgentAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(AgentAnswer.class);
    private static final HttpField SOON = new HttpField(HttpHeader.RETRY_AFTER, "1");
    private static final HttpField JSON = MimeTypes.Type.APPLICATION_JSON.getContentTypeField();
    private static final HttpField BYTES = new HttpField(HttpHeader.CONTENT_TYPE, "application/octet-stream");
    private static final HttpField TEXT = new HttpField(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");

    private final AtomicReference<@Nullable Open> open;

    private AgentAnswer(Open open) {
        this.open = new AtomicReference<>(open);
    }

    /** What is there as long as nobody has answered. */
    private record Open(Response response, Callback callback) {}

    /** Opens the answer to {@code request}. */
    static AgentAnswer to(Request request, Response response, Callback callback) {
        AgentAnswer answer = new AgentAnswer(new Open(response, callback));
        request.addFailureListener(answer::abort);
        return answer;
    }

    /** Nothing but a status. */
    public void empty(int status) {
        write(status, new byte[0], null);
    }

    /** The address knows this method alone. */
    public void onlyBy(String method) {
        write(HttpStatus.METHOD_NOT_ALLOWED_405, new byte[0], new HttpField(HttpHeader.ALLOW, method));
    }

    /** There is no room for the request at present, and nothing of its body was kept. */
    public void comeAgain() {
        write(HttpStatus.SERVICE_UNAVAILABLE_503, new byte[0], SOON);
    }

    /** A body of JSON. */
    public void json(int status, byte[] body) {
        write(status, body, JSON);
    }

    /** These very bytes; {@code written} is run once they are needed no more, in whatever way that came. */
    public void bytes(byte[] body, Runnable written) {
        if (!write(HttpStatus.OK_200, body, BYTES, written)) {
            written.run();
        }
    }

    /** A reason for the agent's own log. */
    public void text(int status, String reason) {
        write(status, reason.getBytes(StandardCharsets.UTF_8), TEXT);
    }

    /** Answers by {@code answering}; a caller that gets no answer by it is to come again. Never fails. */
    public void by(Runnable answering) {
        try {
            answering.run();
        } catch (RuntimeException e) {
            LOG.error("Failed to answer", e);
        } finally {
            empty(HttpStatus.SERVICE_UNAVAILABLE_503);
        }
    }

    /** Says with the answer what time it is. */
    public void tellTime() {
        Open exchange = open.get();
        if (exchange != null) {
            exchange.response().getHeaders().putDate(HttpHeader.DATE, System.currentTimeMillis());
        }
    }

    private void write(int status, byte[] body, @Nullable HttpField field) {
        write(status, body, field, () -> {});
    }

    private boolean write(int status, byte[] body, @Nullable HttpField field, Runnable written) {
        Open exchange = open.getAndSet(null);
        if (exchange == null) {
            return false;
        }
        Response response = exchange.response();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        if (field != null) {
            response.getHeaders().put(field);
        }
        response.write(true, ByteBuffer.wrap(body), Callback.from(exchange.callback(), written));
        return true;
    }

    /** Ends the call without an answer. */
    void abort(Throwable cause) {
        Open exchange = open.getAndSet(null);
        if (exchange != null) {
            LOG.debug("Lost the caller: {}", cause.toString());
            exchange.callback().failed(new Request.Handler.AbortException(cause));
        }
    }
}
