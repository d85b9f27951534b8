package io.signalbox.gateway.pool;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.rule.Violation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes pools and their registration tokens. Blocks; thread-safe. */
public final class Pools {
    private final PoolStore pools;
    private final RegistrationPolicies policies;
    private final InstantSource clock;

    /** Keeps pools in {@code pools} and tokens in {@code policies}. */
    public Pools(PoolStore pools, RegistrationPolicies policies, InstantSource clock) {
        this.pools = pools;
        this.policies = policies;
        this.clock = clock;
    }

    /** Makes sure that there is the default pool, and that {@code token} lets runners in. Idempotent. */
    public void ensureDefault(TokenValue token) {
        pools.insert(new Pool(PoolName.DEFAULT, PoolPolicy.DEFAULT, clock.instant(), 0));
        RegistrationPolicy policy =
                NewRegistrationToken.unlimited("registration-token").policy(token, PoolName.DEFAULT, clock.instant());
        policies.ensure(policy, token.hash());
    }

    List<Pool> all() {
        return pools.all();
    }

    Pool require(String name) {
        return Optional.of(name)
                .filter(PoolName::isValid)
                .flatMap(it -> pools.find(new PoolName(it)))
                .orElseThrow(() -> missing(name));
    }

    Pool make(PoolName name, PoolSettings settings) {
        Pool pool = new Pool(name, policy(settings), clock.instant(), 0);
        if (!pools.insert(pool)) {
            throw Problem.of(ErrorCode.NAME_TAKEN, "There is a pool '" + name + "' already")
                    .toException();
        }
        return pool;
    }

    /** Changes it; empty: somebody else has changed it since it was read. */
    Optional<Pool> change(Pool pool, PoolSettings settings) {
        Pool changed = new Pool(pool.name(), policy(settings), pool.createdAt(), pool.version() + 1);
        return pools.update(changed, pool.version()) ? Optional.of(changed) : Optional.empty();
    }

    RegistrationPolicy token(Pool pool, String id) {
        return policies.of(pool.name()).stream()
                .filter(policy -> policy.id().equals(id))
                .findFirst()
                .orElseThrow(() -> noToken(pool));
    }

    private static PoolPolicy policy(PoolSettings settings) {
        requireNone(settings.violations());
        return settings.policy();
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw Problem.of(ErrorCode.INVALID_REQUEST, first.pointer() + " " + first.detail(), violations)
                    .toException();
        }
    }

    List<RegistrationPolicy> tokens(Pool pool) {
        return policies.of(pool.name());
    }

    RegistrationPolicy makeToken(Pool pool, NewRegistrationToken wanted, TokenValue value) {
        requireNone(wanted.violations(clock.instant()));
        RegistrationPolicy policy = wanted.policy(value, pool.name(), clock.instant());
        policies.ensure(policy, value.hash());
        return policy;
    }

    void revoke(Pool pool, String id) {
        if (!policies.revoke(pool.name(), id, clock.instant())) {
            throw noToken(pool);
        }
    }

    private static RuntimeException noToken(Pool pool) {
        return Problem.of(ErrorCode.NOT_FOUND, "Pool " + pool.name() + " has no such registration token")
                .toException();
    }

    private static RuntimeException missing(String name) {
        String shown = PoolName.isValid(name) ? " '" + name + "'" : " of this name";
        return Problem.of(ErrorCode.NOT_FOUND, "There is no pool" + shown).toException();
    }
}
