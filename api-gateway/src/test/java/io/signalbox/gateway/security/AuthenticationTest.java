package io.signalbox.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final TokenValue VALUE = new TokenValue("sbp_value");

    private final TokensInMemory tokens = new TokensInMemory();
    private Optional<Instant> storeTime = Optional.of(NOW);
    private Duration monotonic = Duration.ofDays(3);
    private final Authentication authentication =
            new Authentication(tokens, () -> storeTime, () -> monotonic.toNanos());

    @Test
    void holderOfATokenIsItsCaller() {
        tokens.ensure(token(Optional.empty(), false));

        assertThat(authentication.caller(VALUE)).contains(new Caller(VALUE.id(), "ci", Role.ADMIN));
        assertThat(authentication.caller(new TokenValue("sbp_other"))).isEmpty();
    }

    @Test
    void revokedTokenDiesWithinSeconds() {
        tokens.ensure(token(Optional.empty(), false));
        authentication.caller(VALUE);
        tokens.replace(token(Optional.empty(), true));

        monotonic = monotonic.plusSeconds(4);
        assertThat(authentication.caller(VALUE)).isPresent();
        monotonic = monotonic.plusSeconds(1);
        assertThat(authentication.caller(VALUE)).isEmpty();
    }

    @Test
    void tokenExpiresByTheStoresClock() {
        tokens.ensure(token(Optional.of(NOW.plusSeconds(10)), false));

        assertThat(authentication.caller(VALUE)).isPresent();
        storeTime = Optional.of(NOW.plusSeconds(10));
        assertThat(authentication.caller(VALUE)).isEmpty();
    }

    @Test
    void whoDoesNotKnowTheTimeExpiresNothing() {
        tokens.ensure(token(Optional.of(NOW.minusSeconds(10)), false));
        storeTime = Optional.empty();

        assertThat(authentication.caller(VALUE)).isPresent();
    }

    @Test
    void valueIsNeverPrinted() {
        assertThat(new TokenValue("sbp_0123456789").toString()).doesNotContain("456789");
    }

    private static ApiToken token(Optional<Instant> expiresAt, boolean revoked) {
        return new ApiToken(VALUE.id(), VALUE.hash(), VALUE.prefix(), "ci", Role.ADMIN, NOW, expiresAt, revoked);
    }

    private static final class TokensInMemory implements ApiTokenStore {
        private final Map<String, ApiToken> byHash = new HashMap<>();

        void replace(ApiToken token) {
            byHash.put(token.hash(), token);
        }

        @Override
        public Optional<ApiToken> byHash(String hash) {
            return Optional.ofNullable(byHash.get(hash));
        }

        @Override
        public void ensure(ApiToken token) {
            byHash.putIfAbsent(token.hash(), token);
        }
    }
}
