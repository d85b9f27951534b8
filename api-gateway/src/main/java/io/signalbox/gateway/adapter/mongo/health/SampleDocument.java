package io.signalbox.gateway.adapter.mongo.health;

import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.store.RunnerFields.Sample;
import java.util.Date;
import org.bson.Document;

/** A sample of a machine as a document, in a runner's and in the history. */
public final class SampleDocument {
    private SampleDocument() {}

    /** As it is kept. */
    public static Document of(HealthSample sample) {
        return new Document(Sample.AT, Date.from(sample.at()))
                .append(Sample.CPU, sample.cpu())
                .append(Sample.LOAD, sample.load())
                .append(Sample.MEMORY_FREE, sample.memoryFree())
                .append(Sample.MEMORY_TOTAL, sample.memoryTotal())
                .append(Sample.DISK_FREE, sample.diskFree())
                .append(Sample.DISK_TOTAL, sample.diskTotal());
    }

    /** What was kept. */
    public static HealthSample sample(Document sample) {
        return new HealthSample(
                sample.getDate(Sample.AT).toInstant(),
                sample.getDouble(Sample.CPU),
                sample.getDouble(Sample.LOAD),
                sample.getLong(Sample.MEMORY_FREE),
                sample.getLong(Sample.MEMORY_TOTAL),
                sample.getLong(Sample.DISK_FREE),
                sample.getLong(Sample.DISK_TOTAL));
    }
}
