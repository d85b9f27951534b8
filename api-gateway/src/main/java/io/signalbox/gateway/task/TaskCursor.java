package io.signalbox.gateway.task;

import io.signalbox.model.id.TaskId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a list of tasks, newest first: the last task that was shown. Inserts do not move it.
 *
 * @param createdAt of that task
 * @param task its id
 */
public record TaskCursor(Instant createdAt, TaskId task) {
    private static final String SEPARATOR = "/";

    /** The place in the text of a cursor, if it is one. */
    public static Optional<TaskCursor> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            String[] parts = plain.split(SEPARATOR, -1);
            return parts.length == 2
                    ? Optional.of(new TaskCursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), new TaskId(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Its text, which means nothing to callers. */
    public String text() {
        String plain = createdAt.toEpochMilli() + SEPARATOR + task;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
