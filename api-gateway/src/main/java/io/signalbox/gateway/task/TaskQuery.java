package io.signalbox.gateway.task;

import io.signalbox.gateway.access.Scope;
import io.signalbox.model.task.TaskState;
import java.util.List;
import java.util.Optional;

/**
 * Which tasks to list.
 *
 * @param projects only of these
 * @param states in any of these states; empty: in any at all
 * @param labels with all of these {@code key=value}
 * @param after those that come after this place
 * @param limit at most so many
 */
public record TaskQuery(
        Scope projects, List<TaskState> states, List<String> labels, Optional<TaskCursor> after, int limit) {
    public TaskQuery {
        states = List.copyOf(states);
        labels = List.copyOf(labels);
    }
}
