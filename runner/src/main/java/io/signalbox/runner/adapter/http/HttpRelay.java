package io.signalbox.runner.adapter.http;

import io.signalbox.model.relay.RegisterRequest;
import io.signalbox.model.relay.RegisterResponse;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.runner.output.Spool.Batch;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Relay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.ObjectMapper;

/**
 * The relay by HTTP. All slots share one connection, so there are at most twice as many streams on it as slots (a sync and the one that was given up
 * before); logs go over another, so that a large one never delays a sync. Thread-safe.
 */
public final class HttpRelay implements Relay {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How much later than promised the answer to a held sync may come. */
    private static final Duration HOLD_MARGIN = Duration.ofSeconds(8);

    private final Line control;
    private final Line logs;
    private final ObjectMapper json;
    private final Answers answers;

    /** Two clients of {@code clients}, so that there are two connections. */
    public HttpRelay(Clients clients, ObjectMapper json) {
        this.control = new Line(clients::open);
        this.logs = new Line(clients::open);
        this.json = json;
        this.answers = new Answers(json);
    }

    @Override
    public Answer<RegisterResponse> register(URI gateway, String token, RegisterRequest request) {
        HttpRequest call =
                toRelay(gateway, RelayPaths.REGISTER, token).POST(body(request)).build();
        return send(control, call, RegisterResponse.class);
    }

    @Override
    public Call sync(
            URI gateway, String token, SyncRequest request, Duration hold, Consumer<Answer<SyncResponse>> answer) {
        HttpRequest.Builder call = toRelay(gateway, RelayPaths.SYNC, token)
                .timeout(hold.plus(HOLD_MARGIN))
                .POST(body(request));
        if (hold.isPositive()) {
            call.header(RelayPaths.PREFER, "wait=" + hold.toSeconds());
        }
        HttpClient client = control.client();
        var held = new HeldSync(client.sendAsync(call.build(), Answers.BODY), answers);
        held.deliverTo(answer, failure -> control.failed(client, failure));
        return held;
    }

    @Override
    public Answer<Pushed> push(URI gateway, String path, String token, Batch batch) {
        ByteBuffer lines = batch.lines();
        URI address = gateway.resolve(path + "?" + RelayPaths.START_FROM + "=" + batch.first());
        HttpRequest call = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", RelayPaths.BEARER_SCHEME + " " + token)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(lines.array(), lines.arrayOffset(), lines.limit()))
                .build();
        return send(logs, call, Pushed.class);
    }

    @Override
    public Answer<Pushed> disconnect(URI gateway, String token) {
        HttpRequest call = toRelay(gateway, RelayPaths.DISCONNECT, token)
                .timeout(HOLD_MARGIN)
                .POST(BodyPublishers.noBody())
                .build();
        return send(control, call, Pushed.class);
    }

    private static HttpRequest.Builder toRelay(URI gateway, String path, String token) {
        URI address = URI.create(gateway.toString().replaceAll("/+$", "") + path);
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", RelayPaths.TOKEN_SCHEME + " " + token)
                .header("Content-Type", "application/json");
    }

    private HttpRequest.BodyPublisher body(Object request) {
        return BodyPublishers.ofByteArray(json.writeValueAsBytes(request));
    }

    private <T> Answer<T> send(Line line, HttpRequest call, Class<T> type) {
        HttpClient client = line.client();
        try {
            return answers.read(client.send(call, Answers.BODY), type);
        } catch (IOException e) {
            line.failed(client, e);
            return answers.failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable<>("interrupted");
        }
    }
}
