package io.signalbox.gateway.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Something that somebody did, or was kept from doing.
 *
 * @param at when, by the clock of the gateway; for people, the order is the chain's
 * @param actor who
 * @param action what, such as {@code pool.change}
 * @param target to what
 * @param outcome what came of it
 * @param request id of the request; empty if there was none
 */
public record AuditFact(Instant at, Actor actor, String action, String target, Outcome outcome, String request) {

    /**
     * Who did it.
     *
     * @param id of the token or the runner
     * @param name of it, for people
     * @param address from where
     */
    public record Actor(String id, String name, String address) {}

    /** What came of it. */
    public enum Outcome {
        /** It was allowed, and is done unless a failure of the same request follows. */
        ALLOWED,
        /** It was allowed, but did not succeed. */
        FAILED,
        /** It was not allowed. */
        REFUSED;

        /** The outcome of this name. */
        public static Outcome of(String wire) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown outcome " + wire));
        }

        /** Its name in JSON and store. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
