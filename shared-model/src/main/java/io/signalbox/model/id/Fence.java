package io.signalbox.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number that grows in the commit that ends an attempt, and refuses the outlived (C18).
 *
 * @param value its number, from 0
 */
public record Fence(@JsonValue long value) implements Comparable<Fence> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Fence {
        if (value < 0) {
            throw new IllegalArgumentException("a fence must not be negative, but was " + value);
        }
    }

    /** The one after this. */
    public Fence next() {
        return new Fence(value + 1);
    }

    @Override
    public int compareTo(Fence other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
