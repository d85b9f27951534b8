package io.signalbox.gateway.relay.condition;

import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.Runner.Condition;
import io.signalbox.gateway.runner.health.HealthHistory;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.HealthSample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Gathers what all runners say of themselves until a beat takes it along or the next {@link #flush} comes, so that it travels in few writes; the
 * newest of a runner takes the place of the one that waits, and its samples follow each other. Thread-safe; nothing blocks.
 */
public final class Conditions {
    /** An hour's. */
    private static final int MOST_SAMPLES = 360;

    private final ConditionStore store;
    private final HealthHistory history;
    private final Map<RunnerId, Noted> waiting = new ConcurrentHashMap<>();
    private final Map<RunnerId, List<HealthSample>> samples = new ConcurrentHashMap<>();

    /** Gathers for {@code store}, and samples for {@code history}. */
    public Conditions(ConditionStore store, HealthHistory history) {
        this.store = store;
        this.history = history;
    }

    private record Noted(Generation generation, Condition condition) {}

    /**
     * A runner said something new of itself.
     *
     * @param condition what it comes to
     * @param fresh samples that it has not told before
     */
    public void noted(Runner runner, Condition condition, List<HealthSample> fresh) {
        if (!fresh.isEmpty()) {
            samples.merge(runner.id(), fresh, Conditions::newest);
        }
        waiting.put(runner.id(), new Noted(runner.generation(), condition));
    }

    /** A runner that tells far too many loses the oldest. */
    private static List<HealthSample> newest(List<HealthSample> before, List<HealthSample> fresh) {
        return Stream.concat(before.stream(), fresh.stream())
                .skip(Math.max(0, before.size() + fresh.size() - MOST_SAMPLES))
                .toList();
    }

    /** What waits of this generation of a runner, for a write of its document that takes it along: it waits no longer. */
    public Optional<Condition> take(RunnerId runner, Generation generation) {
        return Optional.ofNullable(waiting.get(runner))
                .filter(noted -> noted.generation().equals(generation) && waiting.remove(runner, noted))
                .map(Noted::condition);
    }

    /** Hands over what waits, and no write has taken along. */
    public void flush() {
        for (RunnerId runner : List.copyOf(waiting.keySet())) {
            Noted noted = waiting.remove(runner);
            if (noted != null) {
                store.keep(runner, noted.generation(), noted.condition());
            }
        }
        for (RunnerId runner : List.copyOf(samples.keySet())) {
            List<HealthSample> fresh = samples.remove(runner);
            if (fresh != null) {
                history.keep(runner, fresh);
            }
        }
    }
}
