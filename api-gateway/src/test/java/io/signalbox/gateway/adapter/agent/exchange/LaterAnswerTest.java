package io.signalbox.gateway.adapter.agent.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaterAnswerTest {
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();

    @Test
    void answerIsWrittenOnce() {
        Call call = new Call();
        LaterAnswer answer = call.opened();
        answer.finish(_ -> written.incrementAndGet());
        answer.finish(_ -> written.incrementAndGet());
        assertThat(written).hasValue(1);
        assertThat(completed).hasValue(1);
    }

    @Test
    void answerThatCannotBeWrittenIsEnded() {
        Call call = new Call();
        call.opened().finish(_ -> {
            throw new IOException("gone");
        });
        assertThat(completed).hasValue(1);
    }

    @Test
    void nothingIsKeptOfACallerThatHasGone() {
        Call call = new Call();
        LaterAnswer answer = call.opened();
        WeakReference<AsyncContext> context = call.goes();
        call = null;
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            System.gc();
            return context.get() == null;
        });
        answer.finish(_ -> written.incrementAndGet());
        assertThat(written).hasValue(0);
        assertThat(completed).hasValue(1);
    }

    /** A request as far as an asynchronous answer goes: the interfaces are large, and the rest of them must not be called. */
    private final class Call {
        private final AtomicReference<@Nullable AsyncListener> listener = new AtomicReference<>();
        private final AsyncContext context = stub(AsyncContext.class, (_, method, arguments) -> {
            switch (method.getName()) {
                case "addListener" -> listener.set((AsyncListener) arguments[0]);
                case "complete" -> completed.incrementAndGet();
                case "getResponse" -> {
                    return stub(HttpServletResponse.class, LaterAnswerTest::fail);
                }
                default -> {}
            }
            return null;
        });

        LaterAnswer opened() {
            return LaterAnswer.to(stub(HttpServletRequest.class, (_, _, _) -> context));
        }

        WeakReference<AsyncContext> goes() {
            AsyncListener told = requireNonNull(listener.get());
            try {
                told.onError(new AsyncEvent(context, new IOException("cut")));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return new WeakReference<>(context);
        }
    }

    private static Object fail(Object proxy, Method method, Object[] arguments) {
        throw new IllegalStateException(method + " must not be called");
    }

    private static <T> T stub(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
