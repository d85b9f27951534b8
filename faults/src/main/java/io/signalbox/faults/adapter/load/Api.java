package io.signalbox.faults.adapter.load;

import io.signalbox.testkit.infra.cluster.ApiClient;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API at whichever gateway answers.
 *
 * @param clients one for each gateway
 */
public record Api(List<ApiClient> clients) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 60;

    /** One request to one gateway, chosen by the number; empty when no answer came. */
    Optional<HttpResponse<String>> send(
            int number, String method, String path, String body, Map<String, String> headers) {
        try {
            return Optional.of(clients.get(number % clients.size()).send(method, path, body, headers));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The body of an answer with 200, from any gateway, as soon as there is one; empty where the answer is 404. */
    Optional<String> read(String path) {
        for (int i = 0; i < TRIES; i++) {
            Optional<HttpResponse<String>> answer = send(i, "GET", path, "", Map.of());
            int status = answer.map(HttpResponse::statusCode).orElse(0);
            if (status == 200) {
                return answer.map(HttpResponse::body);
            }
            if (status == 404) {
                return Optional.empty();
            }
            pause(500);
        }
        throw new IllegalStateException(path + " was not answered " + TRIES + " times");
    }

    /** The same, of JSON. */
    Optional<JsonNode> get(String path) {
        return read(path).map(Api::json);
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
