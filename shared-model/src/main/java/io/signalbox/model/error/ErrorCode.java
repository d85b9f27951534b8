package io.signalbox.model.error;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Every error that a caller can see. The one table of code, HTTP status, and whether repeating the same request can help. */
public enum ErrorCode {
    INVALID_JSON(400, ErrorKind.INVALID, "The body is not valid JSON"),
    UNKNOWN_FIELD(400, ErrorKind.INVALID, "The body has a field that is not known"),
    MALFORMED_REQUEST(400, ErrorKind.INVALID, "The request is not valid HTTP"),
    INVALID_PARAMETER(400, ErrorKind.INVALID, "A parameter is unknown or has a wrong value"),
    UNAUTHENTICATED(401, ErrorKind.DENIED, "No valid token was given"),
    FORBIDDEN(403, ErrorKind.DENIED, "The token does not allow this"),
    NOT_FOUND(404, ErrorKind.MISSING, "There is no such thing here"),
    METHOD_NOT_ALLOWED(405, ErrorKind.INVALID, "This address does not know that method"),
    NOT_ACCEPTABLE(406, ErrorKind.INVALID, "None of the accepted media types can be given"),
    TASK_NOT_FINISHED(409, ErrorKind.CONFLICT, "The task has not ended"),
    RUNNER_BUSY(409, ErrorKind.CONFLICT, "The runner has tasks"),
    NAME_TAKEN(409, ErrorKind.CONFLICT, "The name is in use"),
    TOKEN_REVOKED(409, ErrorKind.CONFLICT, "The token was revoked"),
    TOO_MANY(409, ErrorKind.CONFLICT, "There are as many of these as there may be"),
    NO_ROOM_FOR_PIECES(409, ErrorKind.CONFLICT, "The project has no room for more pieces of folders"),
    WEBHOOK_OFF(409, ErrorKind.CONFLICT, "The webhook is switched off"),
    LOG_PURGED(410, ErrorKind.MISSING, "The log was kept for as long as its project says, and is gone"),
    CURSOR_EXPIRED(410, ErrorKind.MISSING, "The cursor is older than the oldest event kept"),
    PRECONDITION_FAILED(412, ErrorKind.CONFLICT, "It was changed meanwhile"),
    SPEC_TOO_LARGE(413, ErrorKind.INVALID, "The task is too large"),
    FOLDER_TOO_LARGE(413, ErrorKind.INVALID, "The folder is too large"),
    BODY_TOO_LARGE(413, ErrorKind.INVALID, "The body is too large"),
    ADDRESS_TOO_LONG(414, ErrorKind.INVALID, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, ErrorKind.INVALID, "The body must be application/json"),
    RANGE_NOT_SATISFIABLE(416, ErrorKind.INVALID, "The range lies outside of the log"),
    INVALID_SPEC(422, ErrorKind.INVALID, "The task breaks a rule"),
    INVALID_REQUEST(422, ErrorKind.INVALID, "A field has a wrong value"),
    IDEMPOTENCY_KEY_REUSED(422, ErrorKind.CONFLICT, "The idempotency key was used with another body"),
    LOG_SEALED(422, ErrorKind.CONFLICT, "The log is sealed"),
    LOG_CONTRADICTED(422, ErrorKind.CONFLICT, "The log differs from what was stored before"),
    BACKLOG_FULL(429, ErrorKind.OVERLOAD, "Too many tasks are waiting"),
    OVERLOADED(429, ErrorKind.OVERLOAD, "Too many requests are waiting"),
    RATE_LIMITED(429, ErrorKind.OVERLOAD, "The token asks too often"),
    LOCKED_OUT(429, ErrorKind.OVERLOAD, "Too many wrong tokens were shown"),
    HEADERS_TOO_LARGE(431, ErrorKind.INVALID, "The headers are too large"),
    INTERNAL(500, ErrorKind.INTERNAL, "Signalbox failed"),
    STORE_UNAVAILABLE(503, ErrorKind.UNAVAILABLE, "The store cannot be reached; nothing was stored"),
    UNKNOWN(503, ErrorKind.UNAVAILABLE, "The store did not answer; it may have happened"),
    SCHEDULER_UNAVAILABLE(503, ErrorKind.UNAVAILABLE, "No scheduler has answered");

    private final int status;
    private final ErrorKind kind;
    private final String title;

    ErrorCode(int status, ErrorKind kind, String title) {
        this.status = status;
        this.kind = kind;
        this.title = title;
    }

    /** Its stable name. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** What kind of thing went wrong. */
    public ErrorKind kind() {
        return kind;
    }

    /** One line for people. */
    public String title() {
        return title;
    }

    /** Whether the same request may succeed later. */
    public boolean isRetryable() {
        return kind == ErrorKind.OVERLOAD || kind == ErrorKind.UNAVAILABLE;
    }
}
