package io.signalbox.runner.adapter.http;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.relay.access.RegisterRequest;
import io.signalbox.model.relay.access.RegisterResponse;
import io.signalbox.runner.output.Spool.Batch;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Relay;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.ObjectMapper;

/**
 * The relay by HTTP. Slots share connections, {@link #SLOTS_OF_A_LINE} each, so that there are at most twice as many streams on one (a sync and the one
 * that was given up before): fewer than any proxy allows. Logs go over another, and folders come by it, so that a large one never delays a sync. Thread-safe.
 */
public final class HttpRelay implements Relay {
    private static final int SLOTS_OF_A_LINE = 32;
    /** From the head of an answer to its end. */
    private static final Duration BODY = Duration.ofSeconds(1);
    /** One answer may have 16 MB. */
    private static final int MORE_FOR_FOLDERS = 4;

    private final List<Line> controls;
    private final Line logs;
    private final ObjectMapper json;
    private final Answers answers;
    private final Patience patience;

    /** Opens clients of {@code clients}: as many as {@code slots} need, and one for logs. */
    public HttpRelay(Clients clients, int slots, ObjectMapper json, Patience patience) {
        this.controls = IntStream.rangeClosed(0, (slots - 1) / SLOTS_OF_A_LINE)
                .mapToObj(_ -> new Line(clients::open))
                .toList();
        this.logs = new Line(clients::open);
        this.json = json;
        this.answers = new Answers(json);
        this.patience = patience;
    }

    /**
     * How long a call may take in all, to the last byte of its answer.
     *
     * @param call any but a sync
     * @param margin how much later than promised the answer to a held sync may come
     */
    public record Patience(Duration call, Duration margin) {
        /** Long enough for a relay under load, short enough to try another. */
        public static Patience usual() {
            return new Patience(Duration.ofSeconds(30), Duration.ofSeconds(8));
        }
    }

    @Override
    public Answer<RegisterResponse> register(URI gateway, String token, RegisterRequest request) {
        HttpRequest call =
                toRelay(gateway, RelayPaths.REGISTER, token).POST(body(request)).build();
        return send(controls.getFirst(), call, RegisterResponse.class);
    }

    @Override
    public Call sync(
            URI gateway, String token, SyncRequest request, Duration hold, Consumer<Answer<SyncResponse>> answer) {
        Duration most = hold.plus(patience.margin());
        HttpRequest.Builder call =
                toRelay(gateway, RelayPaths.SYNC, token).timeout(most).POST(body(request));
        if (hold.isPositive()) {
            call.header(RelayPaths.PREFER, "wait=" + hold.toSeconds());
        }
        Line line = lineOf(request);
        HttpClient client = line.client();
        var held = new HeldSync(sendWithin(client, call.build(), most), answers);
        held.deliverTo(answer, failure -> line.failed(client, failure));
        return held;
    }

    private Line lineOf(SyncRequest request) {
        return controls.get(Objects.requireNonNullElse(request.slot(), 0) / SLOTS_OF_A_LINE % controls.size());
    }

    /** The time-out of a request ends with the answer's head; a body that never ends must not hold a slot for ever. */
    private static CompletableFuture<HttpResponse<byte[]>> sendWithin(
            HttpClient client, HttpRequest call, Duration most) {
        return client.sendAsync(call, Answers.BODY).orTimeout(most.plus(BODY).toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Answer<Pushed> push(URI gateway, String path, String token, Batch batch) {
        ByteBuffer lines = batch.lines();
        URI address = gateway.resolve(path + "?" + RelayPaths.START_FROM + "=" + batch.first());
        HttpRequest call = HttpRequest.newBuilder(address)
                .timeout(patience.call())
                .header("Authorization", RelayPaths.BEARER_SCHEME + " " + token)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(lines.array(), lines.arrayOffset(), lines.limit()))
                .build();
        return send(logs, call, Pushed.class);
    }

    @Override
    public Answer<byte[]> folder(URI gateway, String token, AttemptId attempt, int from) {
        String path = RelayPaths.folder(attempt) + "?" + RelayPaths.FROM + "=" + from;
        HttpRequest call = toRelay(gateway, path, token)
                .timeout(patience.call().multipliedBy(MORE_FOR_FOLDERS))
                .GET()
                .build();
        return send(logs, call, byte[].class);
    }

    @Override
    public Answer<Pushed> disconnect(URI gateway, String token) {
        HttpRequest call = toRelay(gateway, RelayPaths.DISCONNECT, token)
                .timeout(patience.margin())
                .POST(BodyPublishers.noBody())
                .build();
        return send(controls.getFirst(), call, Pushed.class);
    }

    private HttpRequest.Builder toRelay(URI gateway, String path, String token) {
        URI address = URI.create(gateway.toString().replaceAll("/+$", "") + path);
        return HttpRequest.newBuilder(address)
                .timeout(patience.call())
                .header("Authorization", RelayPaths.TOKEN_SCHEME + " " + token)
                .header("Content-Type", "application/json");
    }

    private HttpRequest.BodyPublisher body(Object request) {
        return BodyPublishers.ofByteArray(json.writeValueAsBytes(request));
    }

    private <T> Answer<T> send(Line line, HttpRequest call, Class<T> type) {
        HttpClient client = line.client();
        CompletableFuture<HttpResponse<byte[]>> pending =
                sendWithin(client, call, call.timeout().orElse(patience.call()));
        try {
            return answers.read(pending.get(), type);
        } catch (ExecutionException e) {
            Throwable cause = Answers.causeOf(e);
            line.failed(client, cause);
            return answers.failed(cause);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Unavailable<>("interrupted");
        }
    }
}
