package io.signalbox.model.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How the runner says that an attempt ended. */
public enum AttemptResult {
    PASSED,
    FAILED,
    /** It ended by a stop. */
    STOPPED,
    /** The runner stopped it at its time-out. */
    TIMED_OUT,
    /** The runner restarted while it ran and ended what was left of it. */
    INTERRUPTED;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The result of this name on the wire and in the store. */
    @JsonCreator
    public static AttemptResult of(String wire) {
        return Arrays.stream(values())
                .filter(result -> result.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown result " + wire));
    }

    /** Its name on the wire and in the store. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
