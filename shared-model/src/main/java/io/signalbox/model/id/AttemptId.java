package io.signalbox.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/**
 * Identity of one attempt of a task; on the relay's wire it is the {@code job_id} (C3): a lower-case UUID.
 *
 * @param value its text
 */
public record AttemptId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AttemptId {
        UuidLayout.requireUuid("an attempt id", value);
    }

    /**
     * The id of the attempt that a leader of {@code epoch} makes of a task at {@code version}: two leaders, or one leader after
     * a withdrawal, never make the same one. Neither do two tasks that were submitted under the same id, the later one when the earlier
     * was purged (C25).
     */
    public static AttemptId derive(TaskId task, Instant createdAt, Epoch epoch, long version) {
        return new AttemptId(UuidLayout.version8(
                "attempt",
                task.value(),
                Long.toString(createdAt.toEpochMilli()),
                Long.toString(epoch.value()),
                Long.toString(version)));
    }

    /** Whether the text has the shape of an attempt id. */
    public static boolean isValid(String text) {
        return UuidLayout.isUuid(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
