package io.signalbox.gateway.problem;

import jakarta.servlet.ServletRequest;
import java.util.Objects;

/** The id of a request: in the answer's header, in problems, and in log lines. Set before anything else looks at the request. */
public final class RequestId {
    /** Header of the answer. */
    public static final String HEADER = "X-Request-Id";
    /** Request attribute that holds it. */
    public static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    /** The id of {@code request}. */
    public static String of(ServletRequest request) {
        return Objects.toString(request.getAttribute(ATTRIBUTE), "");
    }
}
