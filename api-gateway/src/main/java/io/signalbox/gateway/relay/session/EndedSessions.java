package io.signalbox.gateway.relay.session;

import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.gateway.security.TokenValue;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Sessions of official agents that others ended: people by revoking or removing, another agent by taking the name. Known for as long as such
 * an agent goes on without an answer. Thread-safe.
 */
final class EndedSessions {
    /** An official agent ends by itself ten minutes after its last good sync, and then needs two to say goodbye. */
    private static final Duration KNOWN = Duration.ofMinutes(15);

    private final RunnerStore store;
    private final LongSupplier nanoTime;
    private final Map<String, Long> endedAt = new ConcurrentHashMap<>();

    EndedSessions(RunnerStore store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    void add(Runner runner) {
        if (runner.manners().protocol() == Protocol.OFFICIAL) {
            endedAt.put(runner.credentials().tokenHash(), nanoTime.getAsLong());
        }
    }

    /** Whether this was the token of such a session; blocks for a round trip where it was not at this relay. */
    boolean knows(TokenValue token) {
        return endedAt.containsKey(token.hash())
                || store.byTokenHash(token.hash())
                        .filter(runner -> runner.manners().protocol() == Protocol.OFFICIAL)
                        .flatMap(Runner::disconnectedAt)
                        .isPresent();
    }

    void forgetOld() {
        long now = nanoTime.getAsLong();
        endedAt.values().removeIf(at -> now - at > KNOWN.toNanos());
    }
}
