package io.signalbox.gateway.token;

import io.signalbox.gateway.access.Grant;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.security.ApiToken;
import io.signalbox.gateway.security.ApiTokenStore;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.rule.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes, exchanges and takes back tokens of the client API. A caller sees and makes only tokens that allow no more than its own.
 * Blocks; thread-safe.
 */
public final class ApiTokens {
    private final ApiTokenStore store;
    private final InstantSource clock;

    /** Keeps tokens in {@code store}; they count by {@code clock}, the store's. */
    public ApiTokens(ApiTokenStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    List<ApiToken> all(Caller caller) {
        return store.all().stream()
                .filter(token -> caller.grant().includes(token.grant()))
                .toList();
    }

    ApiToken require(String id, Caller caller) {
        return all(caller).stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "There is no token of this id")
                        .toException());
    }

    ApiToken make(NewApiToken wanted, TokenValue value, Caller caller) {
        Instant now = clock.instant();
        List<Violation> violations = wanted.violations(now);
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw Problem.of(ErrorCode.INVALID_REQUEST, first.pointer() + " " + first.detail(), violations)
                    .toException();
        }
        Grant grant = wanted.grant();
        if (!caller.grant().includes(grant)) {
            throw Problem.of(
                            ErrorCode.FORBIDDEN,
                            "A token cannot allow more than the one that makes it: '%s' is %s of %s"
                                    .formatted(
                                            caller.name(),
                                            caller.grant().role().wire(),
                                            caller.scope().listed()))
                    .toException();
        }
        ApiToken token =
                ApiToken.of(value, Objects.requireNonNull(wanted.name()), grant, ApiToken.Life.from(now, wanted.end()));
        return stored(wanted.isDecoy() ? token.asDecoy() : token);
    }

    /** Gives a token a successor that allows the same and lasts as long; the old one counts for {@code overlap} yet. */
    ApiToken rotate(ApiToken old, TokenValue value, Duration overlap) {
        Instant now = clock.instant();
        if (old.life().revokedAt().isPresent()) {
            throw Problem.of(ErrorCode.TOKEN_REVOKED, "Token %s was revoked; make a new one".formatted(old.id()))
                    .toException();
        }
        Optional<Instant> end = old.life()
                .expiresAt()
                .map(at -> now.plus(Duration.between(old.life().createdAt(), at)));
        ApiToken successor = stored(ApiToken.of(value, old.name(), old.grant(), ApiToken.Life.from(now, end)));
        store.expire(old.id(), now.plus(overlap));
        return successor;
    }

    void revoke(ApiToken token) {
        store.revoke(token.id(), clock.instant());
    }

    private ApiToken stored(ApiToken token) {
        store.ensure(token);
        return token;
    }
}
