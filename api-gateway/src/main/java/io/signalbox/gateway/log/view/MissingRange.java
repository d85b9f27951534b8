package io.signalbox.gateway.log.view;

import io.signalbox.gateway.log.LogChunk.Missing;
import org.jspecify.annotations.Nullable;

/**
 * Events that never came.
 *
 * @param from index of the first
 * @param to index after the last; null where nobody knows
 */
public record MissingRange(long from, @Nullable Long to) {
    static MissingRange of(Missing missing) {
        return new MissingRange(
                missing.from(), missing.to().isPresent() ? missing.to().getAsLong() : null);
    }
}
