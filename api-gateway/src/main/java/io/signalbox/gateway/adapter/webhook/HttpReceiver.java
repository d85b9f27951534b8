package io.signalbox.gateway.adapter.webhook;

import io.signalbox.gateway.webhook.AddressRule;
import io.signalbox.gateway.webhook.delivery.Outcome;
import io.signalbox.gateway.webhook.sending.Receiver;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Posts deliveries by Jetty's client, which connects to the addresses that it is given and nowhere else. It follows nothing, keeps no cookie, unpacks
 * no body and reads at most {@value #MOST_READ} bytes of one. Start and close are idempotent; thread-safe.
 */
public final class HttpReceiver implements Receiver, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration KEEP = Duration.ofSeconds(30);
    private static final int MOST_READ = 16 * 1024;
    private static final int THREADS = 16;

    private final HttpClient client;

    /** Connects where {@code rule} admits it; {@code threads} look names up. */
    public HttpReceiver(AddressRule rule, Executor threads) {
        this(new GuardedResolver(rule, InetAddress::getAllByName, threads));
    }

    HttpReceiver(GuardedResolver resolver) {
        QueuedThreadPool pool = new QueuedThreadPool(THREADS);
        pool.setName("webhooks");
        pool.setDaemon(true);
        client = new HttpClient();
        client.setExecutor(pool);
        client.setSocketAddressResolver(resolver);
        client.setConnectTimeout(CONNECT.toMillis());
        client.setAddressResolutionTimeout(CONNECT.toMillis());
        client.setIdleTimeout(KEEP.toMillis());
        client.setDestinationIdleTimeout(KEEP.toMillis());
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Signalbox"));
    }

    /** Begins to take deliveries. */
    public void start() {
        LifeCycle.start(client);
        client.getProtocolHandlers().clear();
        client.getContentDecoderFactories().clear();
    }

    @Override
    public void close() {
        LifeCycle.stop(client);
    }

    @Override
    public Outcome post(Parcel parcel) {
        InputStreamResponseListener answer = new InputStreamResponseListener();
        client.newRequest(parcel.url())
                .method(HttpMethod.POST)
                .headers(headers -> headers.put("webhook-id", parcel.id())
                        .put("webhook-timestamp", Long.toString(parcel.timestamp()))
                        .put("webhook-signature", parcel.signature()))
                .body(new StringRequestContent("application/json", parcel.body(), StandardCharsets.UTF_8))
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .send(answer);
        try {
            Response response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            readSome(answer);
            return new Outcome.Answered(response.getStatus(), RetryAfter.of(response));
        } catch (ExecutionException e) {
            return new Outcome.Unanswered(why(e.getCause()));
        } catch (TimeoutException e) {
            return new Outcome.Unanswered(why(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unanswered("Signalbox was stopped");
        }
    }

    /** Enough that an ordinary answer is read whole, and its connection can be used again. */
    private static void readSome(InputStreamResponseListener answer) {
        try (InputStream body = answer.getInputStream()) {
            body.skipNBytes(MOST_READ);
        } catch (IOException e) {
            // The status has come: what becomes of the rest is nothing to us.
        }
    }

    /** Nothing that the receiver said: it may be of a network that the reader must not look into. */
    private static String why(@Nullable Throwable failure) {
        return switch (failure) {
            case ClosedAddress closed -> String.valueOf(closed.getMessage());
            case UnknownHostException _ -> "its name is not known";
            case TimeoutException _ -> "it did not answer within " + PATIENCE.toSeconds() + " s";
            case SocketTimeoutException _ -> "it could not be reached within " + CONNECT.toSeconds() + " s";
            case ConnectException _ -> "it could not be connected to";
            case SSLException _ -> "no TLS connection could be made to it, or its certificate is not trusted";
            case null, default -> "the connection broke";
        };
    }
}
