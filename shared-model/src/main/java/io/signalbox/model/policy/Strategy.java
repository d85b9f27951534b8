package io.signalbox.model.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Which of several runners of a pool gets a task that fits all of them. */
public enum Strategy {
    /** The one with the most free slots, so that load is even; among equals one that ran the project lately, whose caches are warm. */
    SPREAD,
    /** The one with the fewest free slots, so that others become empty and can go. */
    PACK;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The strategy of this name in JSON and store. */
    @JsonCreator
    public static Strategy of(String wire) {
        return Arrays.stream(values())
                .filter(strategy -> strategy.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a strategy must be 'spread' or 'pack'"));
    }

    /** Its name in JSON and store. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
