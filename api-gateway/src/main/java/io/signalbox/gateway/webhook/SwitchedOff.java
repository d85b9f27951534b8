package io.signalbox.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * A webhook is told nothing any more.
 *
 * @param at since when
 * @param cause why
 * @param after place in the feed behind which it was told nothing
 */
public record SwitchedOff(Instant at, Cause cause, long after) {

    /** Why. */
    public enum Cause {
        /** Somebody wanted it. */
        BY_HAND("switched off by hand"),
        /** Nothing was delivered for a day. */
        FAILING("a day of failures"),
        /** It answered that it is gone for good (410). */
        GONE("the receiver answered that it is gone"),
        /** It took events more slowly than they came. */
        BACKLOG("too many deliveries were waiting");

        private final String text;

        Cause(String text) {
            this.text = text;
        }

        /** The cause of this name. */
        public static Cause of(String wire) {
            return Arrays.stream(values())
                    .filter(cause -> cause.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown cause " + wire));
        }

        /** Its name in JSON and store. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** For people. */
        public String text() {
            return text;
        }
    }
}
