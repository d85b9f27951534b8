package io.signalbox.scheduler.adapter.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.signalbox.backbone.bus.BusListener;
import io.signalbox.scheduler.loop.measure.SchedulerMetric;
import java.time.Duration;

/** Times what the bus sends. Safe for use by many threads. */
public final class MeterBus implements BusListener {

    private final MeterRegistry registry;

    /** @param registry where the meters are */
    public MeterBus(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void published(int messages, Duration took) {
        Timer.builder(SchedulerMetric.PUBLISH.id())
                .description(SchedulerMetric.PUBLISH.description())
                .publishPercentileHistogram()
                .register(registry)
                .record(took);
    }
}
