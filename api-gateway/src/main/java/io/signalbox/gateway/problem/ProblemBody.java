package io.signalbox.gateway.problem;

import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.rule.Violation;
import java.util.List;
import org.springframework.http.MediaType;

/**
 * The JSON of a problem (RFC 9457).
 *
 * @param type its kind as a URI
 * @param title its kind for people
 * @param status the HTTP status
 * @param code its kind for programs
 * @param detail what went wrong this time
 * @param errors the parts of the body that are wrong
 * @param requestId which request, to be named in questions
 * @param retryable whether the same request may succeed later
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        ErrorCode code,
        String detail,
        List<Violation> errors,
        String requestId,
        boolean retryable) {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private static final String TYPE = "urn:signalbox:problem:";

    /** The body of {@code problem} in the answer to one request. */
    public static ProblemBody of(Problem problem, String requestId) {
        ErrorCode code = problem.code();
        return new ProblemBody(
                TYPE + code.wire(),
                code.title(),
                code.status(),
                code,
                problem.detail(),
                problem.errors(),
                requestId,
                code.isRetryable());
    }
}
