package io.signalbox.gateway.relay.claim;

import io.signalbox.model.id.ProjectName;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Opens the secrets of a project for an attempt that was just claimed. Thread-safe; never blocks the caller; keeps nothing. */
@FunctionalInterface
public interface SecretValues {

    /** The values of those of these names that are there; completes with an exception when they cannot be read. */
    CompletableFuture<Map<String, String>> of(ProjectName project, Collection<String> names);
}
