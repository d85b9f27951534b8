package io.signalbox.bench.adapter.http;

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
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** A runner with one HTTP/2 connection whose slots end each task at once, without starting a process. */
public final class SimulatedRunner implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private final URI gateway;
    private final HttpClient http;
    private final RegisterResponse session;
    private final List<SimulatedSlot> slots;

    private SimulatedRunner(URI gateway, HttpClient http, RegisterResponse session, int slots) {
        this.gateway = gateway;
        this.http = http;
        this.session = session;
        this.slots = IntStream.range(0, slots)
                .mapToObj(number -> new SimulatedSlot(this, number))
                .toList();
    }

    /** Registers and begins to hold syncs for all slots. */
    public static SimulatedRunner start(Installation installation, String name, int slots) {
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
        SimulatedRunner runner = new SimulatedRunner(installation.gateway(), http, session, slots);
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

    @Override
    public void close() {
        slots.forEach(SimulatedSlot::end);
        http.shutdownNow();
    }
}
