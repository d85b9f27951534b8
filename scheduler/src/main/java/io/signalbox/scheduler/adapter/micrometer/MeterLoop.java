package io.signalbox.scheduler.adapter.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.outlook.Scaling;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.loop.measure.LoopListener;
import io.signalbox.scheduler.loop.measure.Purged;
import io.signalbox.scheduler.loop.measure.SchedulerMetric;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts and times what the loop does. Safe for use by many threads. */
public final class MeterLoop implements LoopListener {

    private final MeterRegistry registry;
    private final AtomicInteger leading = new AtomicInteger();
    private final MultiGauge wanted;

    /** @param registry where the meters are */
    public MeterLoop(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder(SchedulerMetric.LEADER.id(), leading, AtomicInteger::get)
                .description(SchedulerMetric.LEADER.description())
                .register(registry);
        counter(SchedulerMetric.DEAD_LETTERS);
        wanted = MultiGauge.builder(SchedulerMetric.WANTED_SLOTS.id())
                .description(SchedulerMetric.WANTED_SLOTS.description())
                .register(registry);
    }

    @Override
    public void began(Epoch epoch) {
        leading.set(1);
    }

    @Override
    public void ended(Epoch epoch) {
        leading.set(0);
        wanted(List.of());
    }

    @Override
    public void observed(Effect.Observed observed) {
        switch (observed) {
            case Effect.PickedUp it ->
                timer(SchedulerMetric.PICKUP, "pool", it.pool().value()).record(it.waited());
            case Effect.Ran it ->
                timer(SchedulerMetric.RUN, "pool", it.pool().value()).record(it.took());
            case Effect.Lost it ->
                counter(SchedulerMetric.LOST, "pool", it.pool().value()).increment();
            case Effect.Refused it ->
                counter(SchedulerMetric.REFUSED, "kind", it.kind().wire()).increment();
        }
    }

    @Override
    public void decided(int commands) {
        summary("commands").record(commands);
    }

    @Override
    public void committed(int changes, Duration took) {
        summary("changes").record(changes);
        timer(SchedulerMetric.STORE, "operation", "commit").record(took);
    }

    @Override
    public void wanted(List<Scaling> pools) {
        wanted.register(
                pools.stream()
                        .map(it -> MultiGauge.Row.of(Tags.of("pool", it.pool().value()), it.wanted()))
                        .toList(),
                true);
    }

    @Override
    public void purged(Purged what, int count) {
        counter(SchedulerMetric.PURGED, "kind", what.tag()).increment(count);
    }

    @Override
    public void deadLettered() {
        counter(SchedulerMetric.DEAD_LETTERS).increment();
    }

    private Counter counter(SchedulerMetric metric, String... tags) {
        return Counter.builder(metric.id())
                .description(metric.description())
                .tags(tags)
                .register(registry);
    }

    private Timer timer(SchedulerMetric metric, String... tags) {
        return Timer.builder(metric.id())
                .description(metric.description())
                .publishPercentileHistogram()
                .tags(tags)
                .register(registry);
    }

    private DistributionSummary summary(String kind) {
        return DistributionSummary.builder(SchedulerMetric.BATCH_SIZE.id())
                .description(SchedulerMetric.BATCH_SIZE.description())
                .tags("kind", kind)
                .register(registry);
    }
}
