package io.signalbox.cli.adapter.http;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Outcome;
import io.signalbox.cli.api.Transport;
import io.signalbox.cli.login.Connection;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.databind.JsonNode;

/** Calls over HTTPS. An answer counts only when all of it has come in time. */
public final class HttpTransport implements Transport {
    private static final long LARGEST_BODY = 16L * 1024 * 1024;
    private static final BodyHandler<String> BODY =
            BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_BODY);

    private final HttpClient client;
    private final URI gateway;
    private final String token;

    /** Calls the API of {@code connection} by {@code client}. */
    public HttpTransport(HttpClient client, Connection connection) {
        this.client = client;
        this.gateway = connection.address();
        this.token = connection.token();
    }

    @Override
    public Outcome send(Call call) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> pending = client.sendAsync(request(call), BODY);
        try {
            return answered(pending.get(call.patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new Outcome.Broken(
                    "no whole answer within " + call.patience().toSeconds() + " s");
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            pending.cancel(true);
            throw e;
        }
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + call.address()))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        if (call.key() != null) {
            request.header("Idempotency-Key", call.key());
        }
        JsonNode body = call.body();
        if (body == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static Outcome answered(HttpResponse<String> response) {
        return new Outcome.Answered(
                response.statusCode(),
                response.body(),
                response.headers()
                        .firstValue("Retry-After")
                        .filter(text -> text.matches("\\d{1,6}"))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text))),
                response.headers().firstValue("Date").flatMap(HttpTransport::instant));
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Outcome failed(Throwable failure) {
        String detail = detail(failure);
        return switch (failure) {
            case SSLHandshakeException handshake
            when handshake.getCause() instanceof CertificateException -> new Outcome.Untrusted(detail);
            case HttpConnectTimeoutException _ -> new Outcome.NoConnection(gateway + " does not accept connections");
            case ConnectException _
            when isUnknown(failure) -> new Outcome.NoConnection("the name " + gateway.getHost() + " is not known");
            case ConnectException _ -> new Outcome.NoConnection(gateway + " refuses connections");
            default -> new Outcome.Broken(detail);
        };
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof UnresolvedAddressException
                || (failure.getCause() != null && isUnknown(failure.getCause()));
    }

    private static String detail(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
