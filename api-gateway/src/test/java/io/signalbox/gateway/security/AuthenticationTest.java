package io.signalbox.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.access.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        tokens.ensure(token(Optional.empty(), Optional.empty()));

        assertThat(authentication.judge(VALUE))
                .isEqualTo(new Verdict.Accepted(new Caller(VALUE.id(), "ci", Grant.ADMIN)));
        assertThat(authentication.judge(new TokenValue("sbp_other"))).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void revokedTokenDiesWithinSeconds() {
        tokens.ensure(token(Optional.empty(), Optional.empty()));
        authentication.judge(VALUE);
        tokens.replace(token(Optional.empty(), Optional.of(NOW)));

        monotonic = monotonic.plusSeconds(4);
        assertThat(authentication.judge(VALUE)).isInstanceOf(Verdict.Accepted.class);
        monotonic = monotonic.plusSeconds(1);
        assertThat(authentication.judge(VALUE)).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void tokenExpiresByTheStoresClock() {
        tokens.ensure(token(Optional.of(NOW.plusSeconds(10)), Optional.empty()));

        assertThat(authentication.judge(VALUE)).isInstanceOf(Verdict.Accepted.class);
        storeTime = Optional.of(NOW.plusSeconds(10));
        assertThat(authentication.judge(VALUE)).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void whoDoesNotKnowTheTimeExpiresNothing() {
        tokens.ensure(token(Optional.of(NOW.minusSeconds(10)), Optional.empty()));
        storeTime = Optional.empty();

        assertThat(authentication.judge(VALUE)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void decoyIsToldFromWhatNobodyHas() {
        ApiToken decoy = token(Optional.empty(), Optional.empty()).asDecoy();
        tokens.ensure(decoy);

        assertThat(authentication.judge(VALUE)).isEqualTo(new Verdict.Decoy(decoy));
    }

    @Test
    void usesAreNotedOnce() {
        tokens.ensure(token(Optional.empty(), Optional.empty()));
        authentication.judge(VALUE);
        authentication.judge(VALUE);

        authentication.noteUses();
        authentication.noteUses();

        assertThat(tokens.used).containsExactly(Map.of(VALUE.id(), NOW));
    }

    @Test
    void valueIsNeverPrinted() {
        assertThat(new TokenValue("sbp_0123456789").toString()).doesNotContain("456789");
    }

    private static ApiToken token(Optional<Instant> expiresAt, Optional<Instant> revokedAt) {
        ApiToken.Life life = new ApiToken.Life(NOW, expiresAt, revokedAt, Optional.empty());
        return ApiToken.of(VALUE, "ci", Grant.ADMIN, life);
    }

    private static final class TokensInMemory implements ApiTokenStore {
        private final Map<String, ApiToken> byHash = new HashMap<>();
        private final List<Map<String, Instant>> used = new ArrayList<>();

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

        @Override
        public List<ApiToken> all() {
            return List.copyOf(byHash.values());
        }

        @Override
        public void revoke(String id, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void expire(String id, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void used(Map<String, Instant> uses) {
            used.add(uses);
        }
    }
}
