package io.signalbox.cli.api;

import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.error.ErrorKind;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why the gateway does not do what it was asked to (RFC 9457). Something on the way may have answered in its place.
 *
 * @param status of HTTP
 * @param code of the problem; empty where it is not known here
 * @param detail for people
 * @param requestId to be named in questions; may be empty
 */
record Problem(int status, Optional<ErrorCode> code, String detail, String requestId) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 300;

    static Problem of(Outcome.Answered answer) {
        try {
            var doc = new Doc(JSON.readTree(answer.body()));
            Optional<ErrorCode> code = Arrays.stream(ErrorCode.values())
                    .filter(known -> known.wire().equals(doc.text("code")))
                    .findFirst();
            if (!doc.text("detail").isEmpty()) {
                return new Problem(answer.status(), code, doc.text("detail"), doc.text("requestId"));
            }
        } catch (JacksonException e) {
            // Shown below as the text that it is.
        }
        String text = answer.body().strip();
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        String detail = "it answered with status " + answer.status() + (shown.isEmpty() ? "" : ": " + shown);
        return new Problem(answer.status(), Optional.empty(), detail, "");
    }

    /** Nothing happened, and it may work later; a token that is wrong does not become right. */
    boolean isNotDone() {
        return (status == 429 && !code.equals(Optional.of(ErrorCode.LOCKED_OUT))) || (status == 503 && !isUncertain());
    }

    /** It may have happened: the store did not answer in time, or something on the way failed. */
    boolean isUncertain() {
        return code.filter(ErrorCode.UNKNOWN::equals).isPresent() || status == 502 || status == 504;
    }

    Failure toFailure() {
        boolean busy = code.map(known -> known.kind() == ErrorKind.OVERLOAD || known.kind() == ErrorKind.UNAVAILABLE)
                .orElse(status == 429 || status >= 502);
        String advice = code.map(Advice::on).orElse("");
        String request = requestId.isEmpty() || status < 500 ? "" : " (request " + requestId + ")";
        String line = sentence(detail) + (advice.isEmpty() ? "" : " " + advice) + request;
        return new Failure(busy ? ExitCode.UNAVAILABLE : ExitCode.REFUSED, line);
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.!?…]") ? text : text + ".";
    }
}
