package io.signalbox.gateway.problem;

import io.signalbox.model.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what a controller threw, or what kept a request from reaching one, into the answer. */
@RestControllerAdvice
public final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemListener listener;

    /** Tells {@code listener} of each problem. */
    public ProblemAdvice(ProblemListener listener) {
        this.listener = listener;
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> problem(ProblemException exception, HttpServletRequest request) {
        return answer(exception.problem(), HttpHeaders.EMPTY, request);
    }

    /** The caller has gone: nobody is there to be told. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemBody> callerGone(IOException exception) {
        LOG.debug("Lost the caller: {}", exception.toString());
        return null;
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> refusedByFramework(Exception exception, HttpServletRequest request) {
        if (exception instanceof ErrorResponse response) {
            ErrorCode code = ParameterFault.codeOf(response);
            return answer(Problem.of(code, ParameterFault.detailOf(exception)), response.getHeaders(), request);
        }
        return ParameterFault.of(exception)
                .map(problem -> answer(problem, HttpHeaders.EMPTY, request))
                .orElseGet(() -> bug(exception, request));
    }

    private ResponseEntity<ProblemBody> bug(Exception exception, HttpServletRequest request) {
        LOG.error("Failed at {} {}", request.getMethod(), request.getRequestURI(), exception);
        Problem problem = Problem.of(ErrorCode.INTERNAL, "Signalbox failed at this request; its log has more");
        return answer(problem, HttpHeaders.EMPTY, request);
    }

    ResponseEntity<ProblemBody> answer(Problem problem, HttpHeaders more, HttpServletRequest request) {
        listener.answered(problem.code());
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(more);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        return ResponseEntity.status(problem.code().status())
                .headers(headers)
                .body(ProblemBody.of(problem, RequestId.of(request)));
    }
}
