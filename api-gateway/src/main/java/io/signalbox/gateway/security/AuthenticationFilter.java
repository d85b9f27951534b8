package io.signalbox.gateway.security;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.relay.RelayPaths;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Lets through to the client API only who shows a token, before anything of the request is read.
 */
public final class AuthenticationFilter implements Filter {
    private static final String UNKNOWN = "The token is not known, has expired or was revoked";
    private static final String SCHEME = RelayPaths.BEARER_SCHEME + " ";

    private final Authentication authentication;
    private final Lockout lockout;
    private final DecoyAlarm alarm;

    /** Asks {@code authentication} whose token it is, unless {@code lockout} forbids it. */
    public AuthenticationFilter(Authentication authentication, Lockout lockout, DecoyAlarm alarm) {
        this.authentication = authentication;
        this.lockout = lockout;
        this.alarm = alarm;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        try {
            request.setAttribute(Caller.ATTRIBUTE, authenticate(http));
        } catch (ProblemException e) {
            refuse(http, (HttpServletResponse) response, e.problem());
            return;
        }
        chain.doFilter(request, response);
    }

    private Caller authenticate(HttpServletRequest request) {
        TokenValue value = value(request);
        if (!authentication.hasSeen(value)) {
            lockout.left(request.getRemoteAddr())
                    .or(() -> lockout.left(value.prefix()))
                    .ifPresent(AuthenticationFilter::lockedOut);
        }
        return switch (authentication.judge(value)) {
            case Verdict.Accepted(Caller caller) -> caller;
            case Verdict.Unknown _ -> throw unknown(request, value);
            case Verdict.Decoy(ApiToken token) -> {
                alarm.sound(token, request);
                throw unknown(request, value);
            }
        };
    }

    private static TokenValue value(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw denied("This needs the header 'Authorization: Bearer sbp_…'");
        }
        TokenValue value = new TokenValue(header.substring(SCHEME.length()).strip());
        if (!value.text().startsWith(TokenValue.API)) {
            throw denied(UNKNOWN);
        }
        return value;
    }

    private ProblemException unknown(HttpServletRequest request, TokenValue value) {
        lockout.failed(request.getRemoteAddr());
        lockout.failed(value.prefix());
        return denied(UNKNOWN);
    }

    private static void lockedOut(Duration left) {
        throw new Problem(
                        ErrorCode.LOCKED_OUT,
                        "Too many unknown tokens came from here or began like this one",
                        List.of(),
                        Optional.of(left.plusSeconds(1)))
                .toException();
    }

    private static ProblemException denied(String detail) {
        return Problem.of(ErrorCode.UNAUTHENTICATED, detail).toException();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        request.setAttribute(Problem.ATTRIBUTE, problem);
        response.sendError(problem.code().status());
    }
}
