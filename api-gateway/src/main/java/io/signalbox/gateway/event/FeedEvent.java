package io.signalbox.gateway.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param sequence its place in the feed; null while it is on its way there
 * @param id the same for ever, for consumers that must know it again
 * @param type such as {@code task.passed} or {@code runner.unreachable}
 * @param at when it happened
 * @param project whose, if anybody's
 * @param task which, if it is about one
 * @param data what else is to be said, by type
 */
public record FeedEvent(
        @Nullable Long sequence,
        String id,
        String type,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ProjectName project,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TaskId task,
        Map<String, Object> data) {}
