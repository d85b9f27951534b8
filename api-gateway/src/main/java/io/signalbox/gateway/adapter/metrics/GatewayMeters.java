package io.signalbox.gateway.adapter.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.signalbox.gateway.problem.ProblemListener;
import io.signalbox.model.error.ErrorCode;
import java.time.Duration;

/** Measures the client API. Thread-safe. */
public final class GatewayMeters implements ProblemListener {
    private final MeterRegistry registry;
    private final Timer publish;
    private final Counter decoys;

    /** Measures in {@code registry}. */
    public GatewayMeters(MeterRegistry registry) {
        this.registry = registry;
        this.decoys = Counter.builder(GatewayMetric.DECOY.id())
                .description(GatewayMetric.DECOY.description())
                .register(registry);
        this.publish = Timer.builder(GatewayMetric.PUBLISH.id())
                .description(GatewayMetric.PUBLISH.description())
                .register(registry);
    }

    @Override
    public void answered(ErrorCode code) {
        Counter.builder(GatewayMetric.REFUSED.id())
                .description(GatewayMetric.REFUSED.description())
                .tag(GatewayMetric.REFUSED.tag(), code.wire())
                .register(registry)
                .increment();
    }

    /** The logs of so many tasks were removed (C25). */
    public void purgedLogs(int tasks) {
        Counter.builder(GatewayMetric.PURGED.id())
                .description(GatewayMetric.PURGED.description())
                .tag(GatewayMetric.PURGED.tag(), "log")
                .register(registry)
                .increment(tasks);
    }

    /** Somebody has used a decoy token. */
    public void decoyUsed() {
        decoys.increment();
    }

    /** A bell's messages had their outcomes after {@code took}. */
    public void published(Duration took) {
        publish.record(took);
    }
}
