package io.signalbox.gateway.event;

import io.signalbox.gateway.access.Scope;
import java.util.List;

/**
 * Which events to read.
 *
 * @param after only those with a higher sequence
 * @param projects only of these; what is of no project lies in {@link Scope#everything()} alone
 * @param types only of these types; empty: of any
 * @param limit at most so many
 */
public record EventQuery(long after, Scope projects, List<String> types, int limit) {
    public EventQuery {
        types = List.copyOf(types);
    }

    /** The same from a later place on. */
    EventQuery after(long sequence) {
        return new EventQuery(sequence, projects, types, limit);
    }
}
