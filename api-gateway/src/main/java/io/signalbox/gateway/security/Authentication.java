package io.signalbox.gateway.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Finds the caller for a token. What the store said is believed for {@value #BELIEVED_SECONDS} s, so a request costs no round trip and a
 * revoked token dies that fast. Thread-safe.
 */
public final class Authentication {
    private static final long BELIEVED_SECONDS = 5;
    private static final int MOST_REMEMBERED = 10_000;

    private final ApiTokenStore store;
    private final Supplier<Optional<Instant>> storeTime;
    private final LongSupplier nanoTime;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * Believes {@code store}.
     *
     * @param store where the tokens are
     * @param storeTime the store's clock, by which tokens expire; unknown: nothing expires (C22)
     * @param nanoTime this process's monotonic clock
     */
    public Authentication(ApiTokenStore store, Supplier<Optional<Instant>> storeTime, LongSupplier nanoTime) {
        this.store = store;
        this.storeTime = storeTime;
        this.nanoTime = nanoTime;
    }

    private record Known(ApiToken token, long readAt) {}

    /** The caller who holds {@code value}; blocks for a round trip when it was not seen lately. */
    public Optional<Caller> caller(TokenValue value) {
        String hash = value.hash();
        return token(hash)
                .filter(token -> MessageDigest.isEqual(bytes(token.hash()), bytes(hash)))
                .filter(token -> !token.revoked() && !expired(token))
                .map(token -> new Caller(token.id(), token.name(), token.role()));
    }

    private Optional<ApiToken> token(String hash) {
        Known remembered = known.get(hash);
        long now = nanoTime.getAsLong();
        if (remembered != null
                && now - remembered.readAt()
                        < Duration.ofSeconds(BELIEVED_SECONDS).toNanos()) {
            return Optional.of(remembered.token());
        }
        Optional<ApiToken> read = store.byHash(hash);
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        read.ifPresentOrElse(token -> known.put(hash, new Known(token, now)), () -> known.remove(hash));
        return read;
    }

    private boolean expired(ApiToken token) {
        return token.expiresAt()
                .flatMap(end -> storeTime.get().map(now -> !now.isBefore(end)))
                .orElse(false);
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
