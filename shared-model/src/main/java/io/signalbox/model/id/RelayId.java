package io.signalbox.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identity of one run of one gateway's relay; a restarted gateway has a new one: a name, so that it can be a routing key.
 *
 * @param value its text
 */
public record RelayId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RelayId {
        Names.require("a relay id", value);
    }

    /** Whether the text has the shape of a relay id. */
    public static boolean isValid(String text) {
        return Names.isValid(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
