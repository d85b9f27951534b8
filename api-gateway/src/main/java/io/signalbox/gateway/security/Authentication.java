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
    private final Map<String, Instant> uses = new ConcurrentHashMap<>();

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

    /** What {@code value} is worth; blocks for a round trip when it was not seen lately. */
    public Verdict judge(TokenValue value) {
        String hash = value.hash();
        return token(hash)
                .filter(token -> MessageDigest.isEqual(bytes(token.hash()), bytes(hash)))
                .filter(this::counts)
                .<Verdict>map(token -> token.decoy() ? new Verdict.Decoy(token) : accepted(token))
                .orElseGet(Verdict.Unknown::new);
    }

    /** Whether {@code value} was that of a token when this process saw it last: its owner is no stranger. Never blocks. */
    public boolean hasSeen(TokenValue value) {
        return known.containsKey(value.hash());
    }

    /** Writes down which tokens were used since this was done last. Blocks for a round trip. */
    public void noteUses() {
        Map<String, Instant> noted = Map.copyOf(uses);
        if (!noted.isEmpty()) {
            store.used(noted);
            noted.forEach(uses::remove);
        }
    }

    private Verdict accepted(ApiToken token) {
        storeTime.get().ifPresent(now -> uses.put(token.id(), now));
        return new Verdict.Accepted(new Caller(token.id(), token.name(), token.grant()));
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

    private boolean counts(ApiToken token) {
        Optional<Instant> end = token.life().expiresAt();
        return token.life().revokedAt().isEmpty()
                && (end.isEmpty()
                        || storeTime.get().map(now -> now.isBefore(end.get())).orElse(true));
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
