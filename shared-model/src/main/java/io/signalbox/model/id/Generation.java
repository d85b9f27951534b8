package io.signalbox.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One registration of a runner under its name (C6).
 *
 * @param value its number, from 0
 */
public record Generation(@JsonValue long value) implements Comparable<Generation> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Generation {
        if (value < 0) {
            throw new IllegalArgumentException("a generation must not be negative, but was " + value);
        }
    }

    /** The one after this. */
    public Generation next() {
        return new Generation(value + 1);
    }

    @Override
    public int compareTo(Generation other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
