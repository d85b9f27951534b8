package io.signalbox.gateway.task;

import io.signalbox.model.id.AttemptId;
import java.util.Collection;
import java.util.Set;

/** Tells which logs are sealed with nothing missing. Blocks for a round trip per log. */
@FunctionalInterface
public interface CompleteLogs {

    /** The ids of those of {@code attempts} whose log is complete. */
    Set<String> among(Collection<AttemptId> attempts);
}
