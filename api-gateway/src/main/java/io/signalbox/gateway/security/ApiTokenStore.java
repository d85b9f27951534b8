package io.signalbox.gateway.security;

import java.util.Optional;

/** Where the tokens of the client API are kept. Methods block for a round trip and throw the driver's exception when the store is away. */
public interface ApiTokenStore {

    /** The token with this hash, revoked and expired ones included. */
    Optional<ApiToken> byHash(String hash);

    /** Stores {@code token} unless one with its id is there. Idempotent. */
    void ensure(ApiToken token);
}
