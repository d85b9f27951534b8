package io.signalbox.gateway.security;

import java.time.Instant;
import java.util.Optional;

/**
 * A token of the client API as it is stored.
 *
 * @param id its id
 * @param hash SHA-256 of its value
 * @param prefix the beginning of its value
 * @param name for people
 * @param role what its owner may do
 * @param createdAt since when it exists
 * @param expiresAt from when on it counts no more, by the store's clock
 * @param revoked whether somebody took it back
 */
public record ApiToken(
        String id,
        String hash,
        String prefix,
        String name,
        Role role,
        Instant createdAt,
        Optional<Instant> expiresAt,
        boolean revoked) {

    /** A token for {@code value} that lasts until it is taken back. */
    public static ApiToken lasting(TokenValue value, String name, Role role, Instant createdAt) {
        return new ApiToken(value.id(), value.hash(), value.prefix(), name, role, createdAt, Optional.empty(), false);
    }
}
