package io.signalbox.model.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;

/**
 * When an attempt that ended is followed by another one (I4). Loss is not among the causes: see {@link OnLost}.
 *
 * @param maxAttempts all attempts that started, the first included
 * @param on which ends are tried again
 * @param exitCodes if not empty, only these exit codes of a failed attempt are
 * @param backoff how long to wait before the next attempt
 */
public record RetryPolicy(Integer maxAttempts, List<Cause> on, List<Integer> exitCodes, Duration backoff) {
    public static final RetryPolicy NONE = new RetryPolicy(1, List.of(), List.of(), Duration.ofSeconds(5));

    public RetryPolicy {
        maxAttempts = Defaults.or(maxAttempts, 1);
        on = on == null ? List.of(Cause.FAILED) : Defaults.list(on);
        exitCodes = Defaults.list(exitCodes);
        backoff = Defaults.or(backoff, Duration.ofSeconds(5));
    }

    /** An end that may be tried again. */
    public enum Cause {
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("timed_out")
        TIMED_OUT
    }
}
