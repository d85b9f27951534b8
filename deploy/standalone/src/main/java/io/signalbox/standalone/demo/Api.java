package io.signalbox.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The public API over HTTPS. Every call blocks; an answer that is not a 2xx ends the demonstration. */
final class Api {
    private final HttpClient client;
    private final URI base;
    private final String token;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Api(HttpClient client, URI installation, String token) {
        this.client = client;
        this.base = installation.resolve("/api/v1/");
        this.token = token;
    }

    <T> T get(Class<T> type, String path) throws IOException, InterruptedException {
        return json.readValue(getText(path), type);
    }

    String getText(String path) throws IOException, InterruptedException {
        return answer(request(path).GET());
    }

    <T> T post(Class<T> type, String path, Map<String, ?> body) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
        return json.readValue(answer(request), type);
    }

    void post(String path) throws IOException, InterruptedException {
        answer(request(path).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private String answer(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    "%s %s: %d %s".formatted(request.method(), request.uri(), response.statusCode(), response.body()));
        }
        return response.body();
    }
}
