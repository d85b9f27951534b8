package io.signalbox.gateway.problem;

import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.rule.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong with a request, before it has an address and an id.
 *
 * @param code which of the known errors
 * @param detail what failed, for which id, what was expected and what was found
 * @param errors the parts of the body that are wrong
 * @param retryAfter how long to wait before the same request may succeed
 */
public record Problem(ErrorCode code, String detail, List<Violation> errors, Optional<Duration> retryAfter) {
    /** Request attribute under which code outside of a controller hands a problem to whoever writes the answer. */
    public static final String ATTRIBUTE = Problem.class.getName();

    private static final Duration SOON = Duration.ofSeconds(1);

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of the request as a whole; one that may pass says to come back in a second. */
    public static Problem of(ErrorCode code, String detail) {
        return of(code, detail, List.of());
    }

    /** A problem of some parts of the body. */
    public static Problem of(ErrorCode code, String detail, List<Violation> errors) {
        return new Problem(code, detail, errors, code.isRetryable() ? Optional.of(SOON) : Optional.empty());
    }

    /** A problem of one part of the body. */
    public static Problem at(ErrorCode code, String pointer, String detail) {
        String where = pointer.isEmpty() ? "The body" : pointer;
        return of(code, where + " " + detail, List.of(new Violation(pointer, detail)));
    }

    /** The same as an exception. */
    public ProblemException toException() {
        return new ProblemException(this);
    }
}
