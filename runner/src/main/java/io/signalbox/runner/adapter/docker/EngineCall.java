package io.signalbox.runner.adapter.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Calls to the Engine API, without a version in the path: the engine answers by its own. Thread-safe. */
final class EngineCall implements Closeable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int GOOD = 300;

    private final DockerHttpClient client;
    private final ObjectMapper json;

    EngineCall(Path socket, ObjectMapper json) {
        // The library logs by SLF4J, which would complain that nobody listens.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        this.client = new ZerodepDockerHttpClient.Builder()
                .dockerHost(URI.create("unix://" + socket))
                .connectionTimeout(CONNECTING)
                .build();
        this.json = json;
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body may be empty
     */
    record Answer(int status, String body) {
        boolean isGood() {
            return status < GOOD;
        }
    }

    Answer call(Method method, String path) throws IOException {
        return execute(Request.builder().method(method).path(path).build());
    }

    Answer post(String path, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        return execute(Request.builder()
                .method(Method.POST)
                .path(path)
                .putHeader("Content-Type", "application/json")
                .body(new ByteArrayInputStream(bytes))
                .build());
    }

    private Answer execute(Request request) throws IOException {
        try (var response = client.execute(request)) {
            return new Answer(
                    response.getStatusCode(), new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            throw new IOException("the container engine does not answer: " + e.getMessage(), e);
        }
    }

    JsonNode parse(Answer answer) throws IOException {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("the container engine's answer is no JSON", e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
