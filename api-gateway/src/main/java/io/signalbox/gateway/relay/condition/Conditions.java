package io.signalbox.gateway.relay.condition;

import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.Runner.Condition;
import io.signalbox.gateway.runner.health.HealthHistory;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.HealthSample;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gathers what all runners say of themselves until the next {@link #flush}, so that it travels in few bulk writes; the newest of a runner
 * takes the place of the one that waits. Thread-safe; nothing blocks.
 */
public final class Conditions {
    private final ConditionStore store;
    private final HealthHistory history;
    private final Map<RunnerId, Noted> waiting = new ConcurrentHashMap<>();

    /** Gathers for {@code store}; samples go to {@code history} at once, which gathers them itself. */
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
        waiting.put(runner.id(), new Noted(runner.generation(), condition));
        if (!fresh.isEmpty()) {
            history.keep(runner.id(), fresh);
        }
    }

    /** Hands over what waits. */
    public void flush() {
        for (RunnerId runner : List.copyOf(waiting.keySet())) {
            Noted noted = waiting.remove(runner);
            if (noted != null) {
                store.keep(runner, noted.generation(), noted.condition());
            }
        }
    }
}
