package io.signalbox.scheduler.loop.event;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the feed.
 *
 * @param key where it was made, {@code <owner>:<place in the owner's life>}; the same event always has the same one
 * @param type such as {@code task.passed}
 * @param project whose, if anybody's
 * @param task which, if it is about one
 * @param at when it happened
 * @param data what else is to be said; values as the store keeps them
 */
public record FeedEvent(
        String key,
        String type,
        @Nullable ProjectName project,
        @Nullable TaskId task,
        Instant at,
        Map<String, Object> data) {
    public FeedEvent {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
