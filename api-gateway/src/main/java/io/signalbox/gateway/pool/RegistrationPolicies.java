package io.signalbox.gateway.pool;

import io.signalbox.model.id.PoolName;
import java.time.Instant;
import java.util.List;

/** Keeps registration tokens. Methods block for a round trip and end with a problem when the store is away. */
public interface RegistrationPolicies {

    /** All tokens of a pool, revoked and expired ones too, newest first. */
    List<RegistrationPolicy> of(PoolName pool);

    /** Stores a token with the hash of its value, unless it is there. Idempotent. */
    void ensure(RegistrationPolicy policy, String hash);

    /**
     * Takes a token back; a second time changes nothing.
     *
     * @return whether the pool has such a token
     */
    boolean revoke(PoolName pool, String id, Instant at);
}
