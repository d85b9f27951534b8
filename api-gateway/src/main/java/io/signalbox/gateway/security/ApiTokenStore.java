package io.signalbox.gateway.security;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the tokens of the client API are kept. Methods block for a round trip and end with a problem when the store is away. */
public interface ApiTokenStore {

    /** The token with this hash, revoked and expired ones included. */
    Optional<ApiToken> byHash(String hash);

    /** All of them, the newest first. */
    List<ApiToken> all();

    /** Stores {@code token} unless one with its id is there. Idempotent. */
    void ensure(ApiToken token);

    /** Takes a token back for ever; one that was taken back already keeps its time. Idempotent. */
    void revoke(String id, Instant at);

    /** Lets a token expire at this time, or when it would have anyway. Idempotent. */
    void expire(String id, Instant at);

    /** Notes when tokens were used last, by their ids. Idempotent. */
    void used(Map<String, Instant> uses);
}
