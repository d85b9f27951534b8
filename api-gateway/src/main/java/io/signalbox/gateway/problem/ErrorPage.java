package io.signalbox.gateway.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the servlet container sends requests that a filter refused, or that failed outside of a controller. */
@Controller
public final class ErrorPage implements ErrorController {
    private final ProblemAdvice advice;

    /** Answers as {@code advice} does. */
    public ErrorPage(ProblemAdvice advice) {
        this.advice = advice;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemBody> page(HttpServletRequest request) {
        Object said = request.getAttribute(Problem.ATTRIBUTE);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problem problem = said instanceof Problem it ? it : guess(status instanceof Integer code ? code : 404);
        HttpHeaders headers = new HttpHeaders();
        if (problem.code().status() == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return advice.answer(problem, headers, request);
    }

    private static Problem guess(int status) {
        return Problem.of(StatusCodes.of(status), StatusCodes.of(status).title());
    }
}
