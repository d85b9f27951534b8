package io.signalbox.gateway.problem;

import io.signalbox.model.error.ErrorCode;

/** The error code for an HTTP status that a library chose. */
public final class StatusCodes {
    private StatusCodes() {}

    /** The closest code; a status of 4xx without one of its own means that the request is malformed. */
    public static ErrorCode of(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405, 501 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 413 -> ErrorCode.BODY_TOO_LARGE;
            case 414 -> ErrorCode.ADDRESS_TOO_LONG;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 416 -> ErrorCode.RANGE_NOT_SATISFIABLE;
            case 429, 503 -> ErrorCode.OVERLOADED;
            case 431 -> ErrorCode.HEADERS_TOO_LARGE;
            // A version of HTTP that nobody has heard of.
            case 505 -> ErrorCode.MALFORMED_REQUEST;
            default -> status >= 400 && status < 500 ? ErrorCode.MALFORMED_REQUEST : ErrorCode.INTERNAL;
        };
    }
}
