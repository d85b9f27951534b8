package io.signalbox.gateway.security;

import io.signalbox.gateway.access.Grant;
import java.time.Instant;
import java.util.Optional;

/**
 * A token of the client API as it is stored.
 *
 * @param id its id
 * @param hash SHA-256 of its value
 * @param prefix the beginning of its value
 * @param name for people
 * @param grant what its owner may do
 * @param decoy whether it opens nothing and its use is an alarm
 * @param life since when and how long it counts
 */
public record ApiToken(String id, String hash, String prefix, String name, Grant grant, boolean decoy, Life life) {

    /**
     * Times of a token.
     *
     * @param createdAt since when it exists
     * @param expiresAt from when on it counts no more, by the store's clock
     * @param revokedAt when somebody took it back
     * @param lastUsedAt when it was used last, to a minute
     */
    public record Life(
            Instant createdAt, Optional<Instant> expiresAt, Optional<Instant> revokedAt, Optional<Instant> lastUsedAt) {

        /** Of a new token. */
        public static Life from(Instant createdAt, Optional<Instant> expiresAt) {
            return new Life(createdAt, expiresAt, Optional.empty(), Optional.empty());
        }
    }

    /** A new token for {@code value}. */
    public static ApiToken of(TokenValue value, String name, Grant grant, Life life) {
        return new ApiToken(value.id(), value.hash(), value.prefix(), name, grant, false, life);
    }

    /** The same as a bait: who uses it has found it where it was laid out. */
    public ApiToken asDecoy() {
        return new ApiToken(id, hash, prefix, name, grant, true, life);
    }
}
