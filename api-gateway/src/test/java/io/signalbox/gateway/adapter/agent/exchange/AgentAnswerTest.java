package io.signalbox.gateway.adapter.agent.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgentAnswerTest {
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger aborted = new AtomicInteger();
    private final AtomicInteger room = new AtomicInteger();
    private final AtomicReference<String> written = new AtomicReference<>("");

    @Test
    void onlyTheFirstAnswerIsWritten() {
        Call call = new Call();
        AgentAnswer answer = call.opened();
        answer.text(410, "gone");
        answer.empty(200);
        assertThat(written).hasValue("410 gone");
        assertThat(call.headers.get(HttpHeader.CONTENT_LENGTH)).isEqualTo("4");
        assertThat(completed).hasValue(1);
    }

    @Test
    void whoeverGetsNoAnswerIsToComeAgain() {
        AgentAnswer answer = new Call().opened();
        answer.by(() -> {
            throw new IllegalStateException("broken");
        });
        assertThat(written).hasValue("503 ");
        assertThat(completed).hasValue(1);
    }

    @Test
    void bytesAreNeededUntilTheyAreWritten() {
        Call call = new Call();
        call.isSlow = true;
        call.opened().bytes("all".getBytes(StandardCharsets.UTF_8), room::incrementAndGet);
        assertThat(room).hasValue(0);
        call.pending.getAndSet(Callback.NOOP).succeeded();
        assertThat(room).hasValue(1);
    }

    @Test
    void nothingIsKeptOfACallerThatHasGone() {
        Call call = new Call();
        AgentAnswer answer = call.opened();
        WeakReference<Response> response = call.goes();
        call = null;
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            System.gc();
            return response.get() == null;
        });
        answer.bytes(new byte[1], room::incrementAndGet);
        assertThat(written).hasValue("");
        assertThat(completed).hasValue(0);
        assertThat(aborted).hasValue(1);
        assertThat(room).hasValue(1);
    }

    /** A request as far as its answer goes: the interfaces are large, and the rest of them must not be called. */
    private final class Call {
        final HttpFields.Mutable headers = HttpFields.build();
        final AtomicReference<Callback> pending = new AtomicReference<>(Callback.NOOP);
        boolean isSlow;

        private final AtomicInteger status = new AtomicInteger();
        private final AtomicReference<@Nullable Consumer<Throwable>> listener = new AtomicReference<>();
        private final Response response = stub(Response.class, (_, method, arguments) -> switch (method.getName()) {
            case "setStatus" -> {
                status.set((int) arguments[0]);
                yield null;
            }
            case "getHeaders" -> headers;
            case "write" -> {
                write((ByteBuffer) arguments[1], (Callback) arguments[2]);
                yield null;
            }
            default -> fail(method);
        });

        AgentAnswer opened() {
            Request request = stub(Request.class, (_, method, arguments) -> {
                if (!method.getName().equals("addFailureListener")) {
                    fail(method);
                }
                listener.set(heard(arguments[0]));
                return null;
            });
            return AgentAnswer.to(request, response, Callback.from(completed::incrementAndGet, failure -> {
                assertThat(failure).isInstanceOf(Request.Handler.AbortException.class);
                aborted.incrementAndGet();
            }));
        }

        private void write(ByteBuffer body, Callback callback) {
            written.set(status + " " + StandardCharsets.UTF_8.decode(body));
            if (isSlow) {
                pending.set(callback);
            } else {
                callback.succeeded();
            }
        }

        WeakReference<Response> goes() {
            requireNonNull(listener.get()).accept(new IOException("cut"));
            return new WeakReference<>(response);
        }
    }

    @SuppressWarnings("unchecked") // What the one method takes whose argument it is.
    private static Consumer<Throwable> heard(Object listener) {
        return (Consumer<Throwable>) listener;
    }

    private static Object fail(Method method) {
        throw new IllegalStateException(method + " must not be called");
    }

    private static <T> T stub(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
