package io.signalbox.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Name of a pool of runners; it is also a tag of every runner in it: lower-case letters, digits, {@code - _ .}, at most 63.
 *
 * @param value its text
 */
public record PoolName(@JsonValue String value) {
    /** The pool that every installation begins with. */
    public static final PoolName DEFAULT = new PoolName("default");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PoolName {
        Names.require("a pool name", value);
    }

    /** Whether the text has the shape of a pool name. */
    public static boolean isValid(String text) {
        return Names.isValid(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
