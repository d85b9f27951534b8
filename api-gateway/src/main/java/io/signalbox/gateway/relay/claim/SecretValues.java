package io.signalbox.gateway.relay.claim;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Opens the secrets of a project for an attempt that was just claimed. Thread-safe; never blocks the caller; keeps nothing. */
@FunctionalInterface
public interface SecretValues {

    /**
     * The values of those of these names that the task's project has; completes with an exception when they cannot be read.
     *
     * @param task whose live attempt was claimed
     * @param names of the secrets
     */
    CompletableFuture<Map<String, String>> of(AssignedTask task, Collection<String> names);
}
