package io.signalbox.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Name of a project, the owner of tasks: lower-case letters, digits, {@code - _ .}, at most 63.
 *
 * @param value its text
 */
public record ProjectName(@JsonValue String value) {
    /** The project of those who name none. */
    public static final ProjectName DEFAULT = new ProjectName("default");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProjectName {
        Names.require("a project name", value);
    }

    /** Whether the text has the shape of a project name. */
    public static boolean isValid(String text) {
        return Names.isValid(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
