package io.signalbox.runner.adapter.http;

import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Relay.Pushed;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Makes answers of HTTP responses: what is not exactly good is refused or unavailable, never an exception. */
final class Answers {
    private static final long LARGEST_BODY = 16L * 1024 * 1024;
    private static final int LONGEST_REASON = 300;
    static final BodyHandler<byte[]> BODY = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY);

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    <T> Answer<T> read(HttpResponse<byte[]> response, Class<T> type) {
        int status = response.statusCode();
        if (status >= 400 && status < 500 && status != 408 && status != 429) {
            return new Answer.Refused<>(status, text(response));
        }
        if (status < 200 || status >= 300) {
            return new Answer.Unavailable<>("the relay answered " + status + " " + text(response));
        }
        if (type == Pushed.class) {
            return new Answer.Given<>(type.cast(new Pushed()));
        }
        try {
            return new Answer.Given<>(json.readValue(response.body(), type));
        } catch (JacksonException e) {
            return new Answer.Unavailable<>("the relay's answer cannot be read: " + e.getOriginalMessage());
        }
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
