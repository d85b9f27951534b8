package io.signalbox.gateway.runner.registration;

import java.util.Set;

/** The names of all pools: tags that nobody may claim. Blocks for a round trip. */
@FunctionalInterface
public interface PoolNames {

    /** All of them. */
    Set<String> all();
}
