package io.signalbox.scheduler.adapter.mongo.fleet;

import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.store.RunnerFields;
import io.signalbox.model.store.RunnerFields.Sample;
import io.signalbox.scheduler.adapter.mongo.Values;
import java.util.List;
import org.bson.Document;

/** Samples of a runner's machine, as the gateway keeps them in its document. */
final class HealthDocuments {
    private HealthDocuments() {}

    static List<HealthSample> of(Document runner) {
        return runner.getList(RunnerFields.HEALTH, Document.class, List.of()).stream()
                .map(HealthDocuments::sample)
                .toList();
    }

    private static HealthSample sample(Document sample) {
        return new HealthSample(
                sample.getDate(Sample.AT).toInstant(),
                sample.getDouble(Sample.CPU),
                sample.getDouble(Sample.LOAD),
                Values.number(sample, Sample.MEMORY_FREE),
                Values.number(sample, Sample.MEMORY_TOTAL),
                Values.number(sample, Sample.DISK_FREE),
                Values.number(sample, Sample.DISK_TOTAL));
    }
}
