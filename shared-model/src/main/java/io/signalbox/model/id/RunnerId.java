package io.signalbox.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identity of a registered runner, kept over its generations: a lower-case UUID.
 *
 * @param value its text
 */
public record RunnerId(@JsonValue String value) implements Comparable<RunnerId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunnerId {
        UuidLayout.requireUuid("a runner id", value);
    }

    /** The id of the runner of this name: names are unique because ids are. */
    public static RunnerId forName(String name) {
        return new RunnerId(UuidLayout.version8("runner", name));
    }

    /** Whether the text has the shape of a runner id. */
    public static boolean isValid(String text) {
        return UuidLayout.isUuid(text);
    }

    @Override
    public int compareTo(RunnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
