package io.signalbox.runner.adapter.docker;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How containers are made.
 *
 * @param socket where the engine listens
 * @param user who runs in them, as {@code uid[:gid]}; the runner's own user if nobody is named
 * @param limits what each may use
 * @param network the engine's network mode, such as {@code bridge}, {@code none} or {@code host}
 */
public record ContainerSettings(Path socket, Optional<String> user, Limits limits, String network) {
    /**
     * What one container may use.
     *
     * @param memory bytes; 0 for as much as there is
     * @param cpus how many; 0 for all
     */
    public record Limits(long memory, double cpus) {}
}
