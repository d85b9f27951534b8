package io.signalbox.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identity of a task: a lower-case UUID (RFC 9562).
 *
 * @param value its text
 */
public record TaskId(@JsonValue String value) implements Comparable<TaskId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TaskId {
        UuidLayout.requireUuid("a task id", value);
    }

    /** The id of a submission with an idempotency key: the same project and key give the same id (C24). */
    public static TaskId forKey(ProjectName project, String idempotencyKey) {
        return new TaskId(UuidLayout.version8("task", project.value(), idempotencyKey));
    }

    /** A fresh id that sorts by time (UUIDv7); the caller supplies clock and randomness. */
    public static TaskId timeOrdered(long epochMillis, long randomHigh, long randomLow) {
        return new TaskId(UuidLayout.version7(epochMillis, randomHigh, randomLow));
    }

    /** Whether the text has the shape of a task id; the way to look at what a stranger sent. */
    public static boolean isValid(String text) {
        return UuidLayout.isUuid(text);
    }

    @Override
    public int compareTo(TaskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
