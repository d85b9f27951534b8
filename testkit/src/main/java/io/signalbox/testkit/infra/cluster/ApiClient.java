package io.signalbox.testkit.infra.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A user of the public API. Thread-safe; everything blocks.
 *
 * @param gateway where it sends its requests
 * @param http its connections
 * @param token its credential
 */
public record ApiClient(URI gateway, HttpClient http, String token) {
    private static final Duration USUAL = Duration.ofSeconds(20);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A client that trusts this authority alone. */
    public static ApiClient at(URI gateway, Path authority, String token) {
        return new ApiClient(
                gateway,
                HttpClient.newBuilder()
                        .sslContext(trusting(authority))
                        .connectTimeout(Duration.ofSeconds(5))
                        .build(),
                token);
    }

    /** Submits a task; its id. */
    public String submit(String json) {
        HttpResponse<String> response = send("POST", "/api/v1/tasks", json.replace('\'', '"'));
        if (response.statusCode() != 201) {
            throw new IllegalStateException("Submission was answered with " + response.statusCode() + response.body());
        }
        return JSON.readTree(response.body()).get("id").asString();
    }

    /** The task as the API shows it. */
    public JsonNode task(String id) {
        return get("/api/v1/tasks/" + id);
    }

    /** The task, as soon as it is in one of the states. */
    public JsonNode await(String id, String... states) {
        return await(PATIENCE, id, states);
    }

    /** The same, with this much time for it. */
    public JsonNode await(Duration patience, String id, String... states) {
        Set<String> wanted = new TreeSet<>(Arrays.asList(states));
        return Awaitility.await("task " + id + " is " + wanted)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsMatching(UncheckedIOException.class::isInstance)
                .until(() -> task(id), task -> wanted.contains(task.get("state").asString()));
    }

    /** Asks for a cancel; the HTTP status. */
    public int cancel(String id) {
        return send("POST", "/api/v1/tasks/" + id + "/cancel", "").statusCode();
    }

    /** The bytes of the log's output, as text. */
    public String output(String id) {
        return send("GET", "/api/v1/tasks/" + id + "/log/raw", "").body();
    }

    /** The same bytes, however many they are, as they come. */
    public void copyOutput(String id, OutputStream to) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/v1/tasks/" + id + "/log/raw"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (InputStream body =
                http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            body.transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the log of " + id + " was read", e);
        }
    }

    /** What following the hash chain shows. */
    public JsonNode verify(String id) {
        return verify(id, USUAL);
    }

    /** The same of a log that takes longer to read. */
    public JsonNode verify(String id, Duration patience) {
        return get("/api/v1/tasks/" + id + "/log/verify", patience);
    }

    /** Any address of the API. */
    public JsonNode get(String path) {
        return get(path, USUAL);
    }

    private JsonNode get(String path, Duration patience) {
        HttpResponse<String> response = send("GET", path, "", Map.of(), patience);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + response.statusCode() + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** Any request, with a body of JSON unless it is empty; {@link UncheckedIOException} when no answer comes. */
    public HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, body, Map.of());
    }

    /** The same with more headers. */
    public HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
        return send(method, path, body, headers, USUAL);
    }

    private HttpResponse<String> send(
            String method, String path, String body, Map<String, String> headers, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        if (body.isEmpty()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted at " + path, e);
        }
    }

    private static SSLContext trusting(Path authority) {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot trust " + authority, e);
        }
    }
}
