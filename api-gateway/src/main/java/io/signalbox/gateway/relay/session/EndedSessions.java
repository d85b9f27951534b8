package io.signalbox.gateway.relay.session;

import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.RunnerStore;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.RunnerId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, Ended> byTokenHash = new ConcurrentHashMap<>();

    EndedSessions(RunnerStore store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
    }

    private record Ended(RunnerId runner, long at) {}

    void add(Runner runner) {
        if (runner.manners().protocol() == Protocol.OFFICIAL) {
            byTokenHash.put(runner.credentials().tokenHash(), new Ended(runner.id(), nanoTime.getAsLong()));
        }
    }

    /** Whose token this was, if it was that of such a session; blocks for a round trip where it was not at this relay. */
    Optional<RunnerId> runnerOf(TokenValue token) {
        Ended here = byTokenHash.get(token.hash());
        return here != null
                ? Optional.of(here.runner())
                : store.byTokenHash(token.hash())
                        .filter(runner -> runner.manners().protocol() == Protocol.OFFICIAL)
                        .filter(runner -> runner.disconnectedAt().isPresent())
                        .map(Runner::id);
    }

    void forgetOld() {
        long now = nanoTime.getAsLong();
        byTokenHash.values().removeIf(ended -> now - ended.at() > KNOWN.toNanos());
    }
}
