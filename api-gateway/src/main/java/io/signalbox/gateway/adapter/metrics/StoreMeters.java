package io.signalbox.gateway.adapter.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.signalbox.backbone.mongo.write.BatchListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures the batching writers: how many writes travel together, and how long the store takes. Thread-safe. */
public final class StoreMeters implements BatchListener {
    private static final String WRITE = "write ";

    private final MeterRegistry registry;
    private final Map<String, Meters> byCollection = new ConcurrentHashMap<>();

    /** Measures in {@code registry}. */
    public StoreMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Meters(DistributionSummary size, Timer took) {}

    @Override
    public void written(String collection, int writes, Duration took) {
        Meters meters = byCollection.computeIfAbsent(collection, this::meters);
        meters.size().record(writes);
        meters.took().record(took);
    }

    private Meters meters(String collection) {
        return new Meters(
                DistributionSummary.builder(RelayMetric.BATCH_SIZE.id())
                        .description(RelayMetric.BATCH_SIZE.description())
                        .tag(RelayMetric.KIND, collection)
                        .register(registry),
                Timer.builder(RelayMetric.STORE_SECONDS.id())
                        .description(RelayMetric.STORE_SECONDS.description())
                        .tag(RelayMetric.OPERATION, WRITE + collection)
                        .register(registry));
    }
}
