package io.signalbox.gateway.adapter.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.signalbox.model.message.RunnerPresence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows how many runners this gateway holds, by pool and state, as of the last {@link #show}. */
public final class RunnerMeters {
    private final MultiGauge gauge;

    /** Shows them in {@code registry}. */
    public RunnerMeters(MeterRegistry registry) {
        this.gauge = MultiGauge.builder(RelayMetric.RUNNERS.id())
                .description(RelayMetric.RUNNERS.description())
                .register(registry);
    }

    /** Counts these. */
    public void show(List<RunnerPresence> held) {
        Map<Tags, Long> counts = held.stream()
                .collect(Collectors.groupingBy(
                        runner -> Tags.of(RelayMetric.POOL, runner.pool().value(), RelayMetric.STATE, state(runner)),
                        Collectors.counting()));
        List<MultiGauge.Row<?>> rows = counts.entrySet().stream()
                .<MultiGauge.Row<?>>map(entry -> MultiGauge.Row.of(entry.getKey(), entry.getValue()))
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
