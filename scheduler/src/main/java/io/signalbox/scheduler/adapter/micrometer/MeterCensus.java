package io.signalbox.scheduler.adapter.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.loop.census.CensusEntry;
import io.signalbox.scheduler.loop.measure.SchedulerMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shows the newest census. Safe for use by many threads. */
public final class MeterCensus {

    private final MultiGauge tasks;
    private final MultiGauge oldest;

    /** @param registry where the meters are */
    public MeterCensus(MeterRegistry registry) {
        this.tasks = MultiGauge.builder(SchedulerMetric.TASKS.id())
                .description(SchedulerMetric.TASKS.description())
                .register(registry);
        this.oldest = MultiGauge.builder(SchedulerMetric.QUEUE_OLDEST.id())
                .description(SchedulerMetric.QUEUE_OLDEST.description())
                .baseUnit("seconds")
                .register(registry);
    }

    /** Shows this one; an empty one while this process does not lead. */
    public void show(List<CensusEntry> census, Instant now) {
        tasks.register(
                census.stream()
                        .map(it ->
                                MultiGauge.Row.of(Tags.of("state", it.state().wire(), "pool", it.pool()), it.count()))
                        .toList(),
                true);
        oldest.register(
                census.stream()
                        .filter(it -> it.state() == TaskState.QUEUED)
                        .map(it -> MultiGauge.Row.of(Tags.of("pool", it.pool()), age(it, now)))
                        .toList(),
                true);
    }

    private static double age(CensusEntry entry, Instant now) {
        return Math.max(0, Duration.between(entry.oldest(), now).toMillis()) / 1_000.0;
    }
}
