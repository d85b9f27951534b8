package io.signalbox.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events were appended: live views read on from their cursor.
 *
 * @param upTo the highest sequence
 * @param events which
 */
public record EventBell(long upTo, List<Entry> events) implements Message {
    /**
     * One event.
     *
     * @param type such as {@code task.passed}
     * @param project whose, if anybody's
     * @param task which, if it is about one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String type,
            @Nullable ProjectName project,
            @Nullable TaskId task) {}
}
