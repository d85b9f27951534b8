package io.signalbox.gateway.event;

import io.signalbox.model.id.ProjectName;
import java.util.List;
import java.util.Optional;

/**
 * Which events to read.
 *
 * @param after only those with a higher sequence
 * @param project only of this project
 * @param types only of these types; empty: of any
 * @param limit at most so many
 */
public record EventQuery(long after, Optional<ProjectName> project, List<String> types, int limit) {
    public EventQuery {
        types = List.copyOf(types);
    }

    /** The same from a later place on. */
    EventQuery after(long sequence) {
        return new EventQuery(sequence, project, types, limit);
    }
}
