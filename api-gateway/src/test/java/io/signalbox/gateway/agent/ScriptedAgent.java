package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.http.ApiClient;
import io.signalbox.model.relay.RelayPaths;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** An agent that says what the test wants: over TLS, without {@code Content-Type}, as the official ones do. */
final class ScriptedAgent {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final ApiClient http;
    private final String token;

    private ScriptedAgent(ApiClient http, String token) {
        this.http = http.with("");
        this.token = token;
    }

    /** An agent that has nothing but a registration token. */
    static ScriptedAgent with(ApiClient http, String registrationToken) {
        return new ScriptedAgent(http, registrationToken);
    }

    /** The same agent at another gateway. */
    ScriptedAgent at(ApiClient other) {
        return new ScriptedAgent(other, token);
    }

    /** Registers with this body; the agent goes on with the access token it is given. */
    ScriptedAgent registered(String body) {
        JsonNode answer = register(body).is(201).json();
        return new ScriptedAgent(http, answer.at("/token").asString());
    }

    Answer register(String body) {
        return post(RelayPaths.REGISTER, body);
    }

    Answer sync(String body) {
        return post(RelayPaths.SYNC, body);
    }

    /** A sync with the scheme of log pushes. */
    Answer bearer(String body) {
        return http.send(http.request(RelayPaths.SYNC)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(json(body)))
                .build());
    }

    /** A sync that may be held; the answer comes later. */
    CompletableFuture<Answer> held(int seconds, String body) {
        HttpRequest request = call(RelayPaths.SYNC)
                .header(RelayPaths.PREFER, "wait=" + seconds)
                .POST(BodyPublishers.ofString(json(body)))
                .build();
        return CompletableFuture.supplyAsync(() -> http.send(request), THREADS);
    }

    Answer job(String attempt) {
        return http.send(call(RelayPaths.JOBS + "/" + attempt).GET().build());
    }

    /** Parts of an attempt's folder, as the bytes that come. */
    HttpResponse<byte[]> folder(String attempt, long from) {
        return http.bytes(call(RelayPaths.JOBS + "/" + attempt + "/folder?from=" + from)
                .GET()
                .build());
    }

    Answer disconnect() {
        return post(RelayPaths.DISCONNECT, "");
    }

    Answer refresh() {
        return post(RelayPaths.REFRESH, "");
    }

    Answer push(String attempt, long startFrom, String... lines) {
        return http.send(http.request(RelayPaths.LOGS + "/" + attempt + "?start_from=" + startFrom)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(String.join("\n", lines) + "\n"))
                .build());
    }

    String token() {
        return token;
    }

    static Answer action(Answer answer, String action) {
        assertThat(answer.is(200).json().at("/action").asString()).isEqualTo(action);
        return answer;
    }

    private Answer post(String path, String body) {
        return http.send(call(path).POST(BodyPublishers.ofString(json(body))).build());
    }

    private HttpRequest.Builder call(String path) {
        return http.request(path).header("Authorization", "Token " + token);
    }

    /** Bodies are written with single quotes. */
    private static String json(String body) {
        return body.replace('\'', '"');
    }
}
