package io.signalbox.gateway.webhook.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * One try of a delivery.
 *
 * @param at when it began
 * @param took how long it took
 * @param outcome what came of it
 */
public record Try(Instant at, Duration took, Outcome outcome) {
    /** For how long the receiver wants nothing more; zero if it did not say. */
    public Duration pause() {
        return outcome instanceof Outcome.Answered answered ? answered.pause() : Duration.ZERO;
    }

    boolean succeeded() {
        return outcome instanceof Outcome.Answered answered && answered.isSuccess();
    }
}
