package io.signalbox.bench.adapter.http;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.model.relay.access.RegisterResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** A runner with one HTTP/2 connection for its syncs and one for its logs, whose slots start no process. */
public final class SimulatedRunner implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private final URI gateway;
    private final HttpClient http;
    private final HttpClient logs;
    private final RegisterResponse session;
    private final List<SimulatedSlot> slots;

    private SimulatedRunner(
            Installation installation, HttpClient http, RegisterResponse session, int slots, Work work) {
        this.gateway = installation.gateway();
        this.http = http;
        this.logs = installation.newClient();
        this.session = session;
        this.slots = IntStream.range(0, slots)
                .mapToObj(number -> new SimulatedSlot(this, number, work))
                .toList();
    }

    /** Registers and begins to hold syncs for all slots, each of which passes its tasks at once. */
    public static SimulatedRunner start(Installation installation, String name, int slots) {
        return start(installation, name, slots, Work.NONE);
    }

    /** Registers and begins to hold syncs for all slots. */
    public static SimulatedRunner start(Installation installation, String name, int slots, Work work) {
        HttpClient http = installation.newClient();
        RegisterRequest request = new RegisterRequest(
                name,
                "bench",
                ProcessHandle.current().pid(),
                "",
                "",
                "bench",
                false,
                0,
                0,
                "",
                slots,
                List.of("bench"),
                null);
        HttpRequest register = HttpRequest.newBuilder(installation.gateway().resolve(RelayPaths.REGISTER))
                .header("Authorization", RelayPaths.TOKEN_SCHEME + " " + installation.registrationToken())
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                .build();
        HttpResponse<byte[]> response = http.sendAsync(register, HttpResponse.BodyHandlers.ofByteArray())
                .join();
        if (response.statusCode() != 201) {
            throw new IllegalStateException("Registration was answered with " + response.statusCode());
        }
        RegisterResponse session = JSON.readValue(response.body(), RegisterResponse.class);
        SimulatedRunner runner = new SimulatedRunner(installation, http, session, slots, work);
        runner.slots.forEach(SimulatedSlot::begin);
        return runner;
    }

    RegisterResponse session() {
        return session;
    }

    CompletableFuture<HttpResponse<byte[]>> post(String path, byte[] body, int holdSeconds) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofSeconds(holdSeconds + 30L))
                .header("Authorization", RelayPaths.TOKEN_SCHEME + " " + session.token())
                .header(RelayPaths.PREFER, "wait=" + holdSeconds)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Pushes a batch of events; the status of the answer. */
    CompletableFuture<Integer> push(AttemptId attempt, long startFrom, byte[] batch) {
        URI place = gateway.resolve(
                RelayPaths.LOGS + "/" + attempt.value() + "?" + RelayPaths.START_FROM + "=" + startFrom);
        HttpRequest request = HttpRequest.newBuilder(place)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", RelayPaths.BEARER_SCHEME + " " + session.token())
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                .build();
        return logs.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    /** Says goodbye: nothing more is assigned to it. */
    @Override
    public void close() {
        slots.forEach(SimulatedSlot::end);
        post(RelayPaths.DISCONNECT, new byte[0], 0)
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(_ -> null)
                .join();
        logs.shutdownNow();
        http.shutdownNow();
    }
}
