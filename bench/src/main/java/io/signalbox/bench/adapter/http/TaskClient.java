package io.signalbox.bench.adapter.http;

import io.signalbox.bench.measure.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Submits tasks and reads what became of them. Thread-safe; nothing blocks but what reads and waits. */
public final class TaskClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TASKS = "/api/v1/tasks";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_TASK = Duration.ofMinutes(10);

    private final HttpClient http;
    private final URI gateway;
    private final String token;

    /** A client of the installation's first gateway. */
    public TaskClient(Installation installation) {
        this.http = installation.newClient();
        this.gateway = installation.gateway();
        this.token = installation.adminToken();
    }

    /** Submits a task; its id, or the HTTP status as a failure. */
    public CompletableFuture<String> submit(String json) {
        return post(TASKS, json).thenApply(response -> {
            if (response.statusCode() != 201) {
                throw new IllegalStateException("A submission was answered with " + response.statusCode());
            }
            return JSON.readTree(response.body()).get("id").asString();
        });
    }

    /** Submits a task that may be refused; a failure only where there is no answer. */
    public CompletableFuture<Offered> offer(String json) {
        long begin = System.nanoTime();
        return post(TASKS, json)
                .thenApply(response -> new Offered(
                        response.statusCode(),
                        response.headers().firstValue("Retry-After").isPresent(),
                        Duration.ofNanos(System.nanoTime() - begin)));
    }

    /**
     * What became of a submission.
     *
     * @param status of HTTP
     * @param saysWhen whether it has a {@code Retry-After}
     * @param took until the answer
     */
    public record Offered(int status, boolean saysWhen, Duration took) {}

    /** Submits the same task so many times, in one request; blocks. Fails unless all are taken. */
    public void submit(String json, int count) {
        String batch = "{\"tasks\":[" + String.join(",", Collections.nCopies(count, json)) + "]}";
        HttpResponse<byte[]> response = post(TASKS + "/batch", batch).join();
        long taken = JSON.readTree(response.body())
                .path("items")
                .valueStream()
                .filter(item -> item.path("status").asInt() == 201)
                .count();
        if (taken != count) {
            throw new IllegalStateException("Of " + count + " tasks in a batch " + taken + " were taken");
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> post(String path, String json) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The page of the feed behind {@code cursor}, waiting for it to have something. */
    public JsonNode events(Optional<String> cursor) {
        return get("/api/v1/events?limit=500&wait=5" + after(cursor));
    }

    /** The cursor behind all that has happened so far. */
    public Optional<String> endOfFeed() {
        Optional<String> end = Optional.empty();
        JsonNode page = get("/api/v1/events?limit=500");
        while (!page.get("items").isEmpty()) {
            end = next(page);
            page = get("/api/v1/events?limit=500" + after(end));
        }
        return end;
    }

    /** The cursor behind a page of the feed. */
    public static Optional<String> next(JsonNode page) {
        return Optional.ofNullable(page.get("next"))
                .filter(next -> !next.isNull())
                .map(JsonNode::asString);
    }

    private static String after(Optional<String> cursor) {
        return cursor.map(text -> "&after=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Reads an address; fails unless it is answered with 200. */
    public JsonNode get(String path) {
        HttpResponse<byte[]> response = http.sendAsync(
                        request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                .join();
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    /** Reads an address and forgets what it gives; fails unless it is answered with 200. */
    public void read(String path) {
        HttpResponse<Void> response = http.sendAsync(
                        request(path).GET().build(), HttpResponse.BodyHandlers.discarding())
                .join();
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + response.statusCode());
        }
    }

    /** Cancels a task that waits. */
    public void cancel(String id) {
        HttpRequest request = request(TASKS + "/" + id + "/cancel")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        int status = http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
        if (status != 202) {
            throw new IllegalStateException("A cancel was answered with " + status);
        }
    }

    /** Waits until a task has ended, for ten minutes at most. */
    public void awaitEnd(String id) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_TASK.toNanos();
        while (get(TASKS + "/" + id).get("finishedAt").isNull()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Task " + id + " did not end within " + LONGEST_TASK);
            }
            Thread.sleep(50);
        }
    }

    /** The hash of what an address gives; fails unless it is answered with 200. */
    public String hash(String path) {
        HttpResponse<InputStream> response = http.sendAsync(
                        request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream())
                .join();
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + response.statusCode());
        }
        Digest digest = new Digest();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream body = response.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                digest.add(buffer, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.hex();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }
}
