package io.signalbox.gateway.adapter.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.message.RunnerPresence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows how many runners this gateway holds, by pool and state, as of the last {@link #show}. */
public final class RunnerMeters {
    private final MultiGauge gauge;

    private record Kind(PoolName pool, String state) {
        Tags tags() {
            return Tags.of(RelayMetric.POOL, pool.value(), RelayMetric.STATE, state);
        }
    }

    /** Shows them in {@code registry}. */
    public RunnerMeters(MeterRegistry registry) {
        this.gauge = MultiGauge.builder(RelayMetric.RUNNERS.id())
                .description(RelayMetric.RUNNERS.description())
                .register(registry);
    }

    /** Counts these. */
    public void show(List<RunnerPresence> held) {
        Map<Kind, Long> counts = held.stream()
                .collect(
                        Collectors.groupingBy(runner -> new Kind(runner.pool(), state(runner)), Collectors.counting()));
        List<MultiGauge.Row<?>> rows = counts.entrySet().stream()
                .<MultiGauge.Row<?>>map(
                        entry -> MultiGauge.Row.of(entry.getKey().tags(), entry.getValue()))
                .toList();
        gauge.register(rows, true);
    }

    private static String state(RunnerPresence runner) {
        if (runner.draining()) {
            return "draining";
        }
        if (runner.paused()) {
            return "paused";
        }
        return runner.slots().stream().anyMatch(slot -> slot.attempt() != null) ? "busy" : "idle";
    }
}
