package io.signalbox.gateway.pool;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.audit.http.Audited;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Parameters;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.revision.Revision;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.policy.Strategy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Shows and makes pools and their registration tokens. */
@RestController
public final class PoolController {
    private static final String POOLS = "/api/v1/pools";
    private static final String POOL = POOLS + "/{pool}";
    private static final String TOKENS = POOL + "/registration-tokens";

    private final JsonBody json;
    private final Pools pools;
    private final Supplier<TokenValue> values;
    private final TokenSessions sessions;

    /** Makes tokens of {@code values}. */
    public PoolController(JsonBody json, Pools pools, Supplier<TokenValue> values, TokenSessions sessions) {
        this.json = json;
        this.pools = pools;
        this.values = values;
        this.sessions = sessions;
    }

    /** Body that names a new pool and says how it is to be used. */
    record NewPool(
            @Nullable PoolName name,
            @Nullable Strategy strategy,
            @Nullable Integer cap,
            @Nullable Duration pickupTarget,
            @Nullable Integer minimumSize,
            @Nullable Integer maximumSize) {
        PoolSettings settings() {
            return new PoolSettings(strategy, cap, pickupTarget, minimumSize, maximumSize);
        }
    }

    /** A new token; the only answer that ever has its value. */
    record Issued(@JsonUnwrapped RegistrationPolicy policy, String value) {}

    @GetMapping(POOLS)
    @Needs(Role.VIEWER)
    @Described(id = "listPools", summary = "Lists pools")
    Page<Pool> list() {
        return new Page<>(pools.all(), null);
    }

    @GetMapping(POOL)
    @Needs(Role.VIEWER)
    @Described(id = "getPool", summary = "Shows a pool", revised = true)
    ResponseEntity<Pool> get(@PathVariable String pool) {
        return shown(pools.require(pool));
    }

    @PostMapping(path = POOLS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(value = Role.OPERATOR, everywhere = true)
    @Audited("pool.make")
    @Described(
            id = "createPool",
            summary = "Makes a pool",
            reads = NewPool.class,
            answers = 201,
            problems = ErrorCode.NAME_TAKEN)
    ResponseEntity<Pool> make(InputStream body) throws IOException {
        NewPool wanted = json.small(body, NewPool.class);
        PoolName name = wanted.name();
        if (name == null) {
            throw Problem.at(ErrorCode.INVALID_REQUEST, "/name", "is required").toException();
        }
        return ResponseEntity.created(URI.create(POOLS + "/" + name)).body(pools.make(name, wanted.settings()));
    }

    /** Changes what is named; null takes a limit away. */
    @PatchMapping(path = POOL, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(value = Role.OPERATOR, everywhere = true)
    @Audited("pool.change")
    @Described(
            id = "changePool",
            summary = "Changes what is named of a pool; null takes a limit away",
            reads = PoolSettings.class,
            revised = true,
            problems = ErrorCode.PRECONDITION_FAILED)
    ResponseEntity<Pool> change(
            @PathVariable String pool, @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch, InputStream body)
            throws IOException {
        ObjectNode patch = json.patch(body);
        return shown(Revision.edit(
                ifMatch,
                () -> pools.require(pool),
                Pool::version,
                known -> pools.change(known, json.merged(patch, known.policy(), PoolSettings.class))));
    }

    private static ResponseEntity<Pool> shown(Pool pool) {
        return Revision.shown(pool, pool.version());
    }

    @GetMapping(TOKENS)
    @Needs(value = Role.OPERATOR, everywhere = true)
    @Described(id = "listRegistrationTokens", summary = "Lists the registration tokens of a pool, without their values")
    Page<RegistrationPolicy> tokens(@PathVariable String pool) {
        return new Page<>(pools.tokens(pools.require(pool)), null);
    }

    @PostMapping(path = TOKENS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(value = Role.OPERATOR, everywhere = true)
    @Audited("registration_token.make")
    @Described(
            id = "createRegistrationToken",
            summary = "Makes a registration token; the only answer with its value",
            reads = NewRegistrationToken.class,
            answers = 201)
    ResponseEntity<Issued> issue(@PathVariable String pool, InputStream body) throws IOException {
        Pool owner = pools.require(pool);
        TokenValue value = values.get();
        RegistrationPolicy policy = pools.makeToken(owner, json.small(body, NewRegistrationToken.class), value);
        URI address = URI.create(POOLS + "/" + owner.name() + "/registration-tokens/" + policy.id());
        return ResponseEntity.created(address).body(new Issued(policy, value.text()));
    }

    @GetMapping(TOKENS + "/{id}")
    @Needs(value = Role.OPERATOR, everywhere = true)
    @Described(id = "getRegistrationToken", summary = "Shows a registration token, without its value")
    RegistrationPolicy token(@PathVariable String pool, @PathVariable String id) {
        return pools.token(pools.require(pool), id);
    }

    /** Takes a token back; on request its runners lose their sessions, too. */
    @DeleteMapping(TOKENS + "/{id}")
    @Needs(value = Role.OPERATOR, everywhere = true)
    @Audited("registration_token.revoke")
    @Described(id = "revokeRegistrationToken", summary = "Takes a registration token back", answers = 204)
    ResponseEntity<Void> revoke(
            @PathVariable String pool, @PathVariable String id, @RequestParam Optional<String> endSessions) {
        boolean ends = endSessions
                .map(text -> Parameters.parse("endSessions", text, Parameters::flag))
                .orElse(false);
        pools.revoke(pools.require(pool), id);
        if (ends) {
            sessions.end(id);
        }
        return ResponseEntity.noContent().build();
    }
}
