package io.signalbox.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One leadership of the scheduler (C14); a higher one supersedes a lower one.
 *
 * @param value its number, from 0
 */
public record Epoch(@JsonValue long value) implements Comparable<Epoch> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Epoch {
        if (value < 0) {
            throw new IllegalArgumentException("an epoch must not be negative, but was " + value);
        }
    }

    /** The one after this. */
    public Epoch next() {
        return new Epoch(value + 1);
    }

    @Override
    public int compareTo(Epoch other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
