package io.signalbox.runner.session;

import io.signalbox.model.id.Generation;
import org.jspecify.annotations.Nullable;

/**
 * What a registration gave.
 *
 * @param name the runner's name
 * @param token its access token
 * @param generation this registration, where the relay counts them
 * @param firstSync the numbers of this run's syncs are higher; those of earlier runs were lower
 */
public record Credentials(
        String name, String token, @Nullable Generation generation, long firstSync) {
    /** More syncs than any run sends. */
    private static final long RUN = 1_000_000_000;

    /** For a further run: above all numbers used before, also if the clock was put back. */
    Credentials returning(long now) {
        return new Credentials(name, token, generation, Math.max(now, firstSync + RUN));
    }

    @Override
    public String toString() {
        return "Credentials[" + name + "]";
    }
}
