package io.signalbox.runner.adapter.http;

import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.relay.access.RegisterResponse;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Relay.Pushed;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/** Makes answers of HTTP responses: what is not exactly good is refused or unavailable, never an exception. */
final class Answers {
    private static final long LARGEST_BODY = 16L * 1024 * 1024;
    private static final int LONGEST_REASON = 300;
    static final BodyHandler<byte[]> BODY = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY);

    private final ObjectReader json;

    /** A number that is left out is 0, as official relays leave out {@code next_sync_after}. */
    Answers(ObjectMapper json) {
        this.json = json.reader().without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    <T> Answer<T> read(HttpResponse<byte[]> response, Class<T> type) {
        int status = response.statusCode();
        if (status >= 400 && status < 500 && status != 408 && status != 429) {
            return new Answer.Refused<>(status, text(response));
        }
        if (!isGood(status, type)) {
            return new Answer.Unavailable<>("the relay answered " + status + " " + text(response));
        }
        if (type == Pushed.class) {
            // A portal or proxy that answers in the relay's place has stored nothing.
            return response.body().length == 0
                    ? new Answer.Given<>(type.cast(new Pushed()))
                    : new Answer.Unavailable<>("the answer to a push has a body: " + text(response));
        }
        if (type == byte[].class) {
            return new Answer.Given<>(type.cast(response.body()));
        }
        try {
            T value = json.forType(type).readValue(response.body());
            return value == null ? new Answer.Unavailable<>("the relay answered null") : new Answer.Given<>(value);
        } catch (JacksonException e) {
            return new Answer.Unavailable<>("the relay's answer cannot be read: " + e.getOriginalMessage());
        }
    }

    /** One that says nothing to do is as good as none. */
    Answer<SyncResponse> sync(HttpResponse<byte[]> response) {
        Answer<SyncResponse> answer = read(response, SyncResponse.class);
        boolean mute = answer instanceof Answer.Given<SyncResponse>(SyncResponse given) && isMissing(given.action());
        return mute ? new Answer.Unavailable<>("the relay's answer has no action") : answer;
    }

    private static boolean isMissing(@Nullable SyncAction action) {
        return action == null;
    }

    /** Exactly 200, but for a registration. */
    private static boolean isGood(int status, Class<?> type) {
        return status == 200 || (type == RegisterResponse.class && status > 200 && status < 300);
    }

    <T> Answer<T> failed(Throwable cause) {
        String message = cause.getMessage();
        return new Answer.Unavailable<>(
                cause.getClass().getSimpleName() + (message == null || message.isBlank() ? "" : ": " + message));
    }

    /** What went wrong, without the wrapping of futures. */
    static Throwable causeOf(Throwable failure) {
        boolean wrapped = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wrapped && failure.getCause() != null ? causeOf(failure.getCause()) : failure;
    }

    /** For one line of a log. */
    private static String text(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return body.length() <= LONGEST_REASON ? body : body.substring(0, LONGEST_REASON);
    }
}
