package io.signalbox.cli.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of a call. */
public sealed interface Outcome {

    /**
     * The whole answer has come.
     *
     * @param status of HTTP
     * @param body its text
     * @param retryAfter when the server wants to be asked again
     * @param date the server's time
     */
    record Answered(int status, String body, Optional<Duration> retryAfter, Optional<Instant> date)
            implements Outcome {}

    /**
     * Nobody is there; nothing was sent.
     *
     * @param detail for people
     */
    record NoConnection(String detail) implements Outcome {}

    /**
     * Who is there cannot prove who it is; nothing was sent.
     *
     * @param detail for people
     */
    record Untrusted(String detail) implements Outcome {}

    /**
     * The connection ended before the answer did, or the answer did not come in time. The call may have been heard.
     *
     * @param detail for people
     */
    record Broken(String detail) implements Outcome {}
}
