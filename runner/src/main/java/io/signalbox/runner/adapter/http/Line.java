package io.signalbox.runner.adapter.http;

import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A client that is replaced when its connection hangs. The other end may have gone without a word; the JDK would go on
 * using the same HTTP/2 connection until TCP gives up, a quarter of an hour later. Thread-safe.
 */
final class Line {
    private final Supplier<HttpClient> opener;
    private final AtomicReference<HttpClient> client;

    Line(Supplier<HttpClient> opener) {
        this.opener = opener;
        this.client = new AtomicReference<>(opener.get());
    }

    HttpClient client() {
        return client.get();
    }

    /** A call by {@code used} failed: when nothing came in time, everything else that waits on the connection fails, too. */
    void failed(HttpClient used, Throwable failure) {
        if (hangs(failure) && used.equals(client.get())) {
            HttpClient fresh = opener.get();
            HttpClient surplus = client.compareAndSet(used, fresh) ? used : fresh;
            surplus.shutdownNow();
        }
    }

    private static boolean hangs(Throwable failure) {
        return failure instanceof TimeoutException
                || (failure instanceof HttpTimeoutException && !(failure instanceof HttpConnectTimeoutException));
    }
}
