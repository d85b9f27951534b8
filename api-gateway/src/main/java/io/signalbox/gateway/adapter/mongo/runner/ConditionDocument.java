package io.signalbox.gateway.adapter.mongo.runner;

import com.mongodb.client.model.Updates;
import io.signalbox.gateway.runner.Runner.Condition;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.store.RunnerFields;
import io.signalbox.model.store.RunnerFields.Sample;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What a runner last said of itself, in its document. */
final class ConditionDocument {
    private ConditionDocument() {}

    static Bson change(Condition condition) {
        Bson unready = condition
                .unready()
                .map(text -> Updates.set(RunnerFields.UNREADY, text))
                .orElseGet(() -> Updates.unset(RunnerFields.UNREADY));
        List<Document> samples =
                condition.health().stream().map(ConditionDocument::document).toList();
        return Updates.combine(unready, Updates.set(RunnerFields.HEALTH, samples));
    }

    static Condition condition(Document runner) {
        return new Condition(
                Optional.ofNullable(runner.getString(RunnerFields.UNREADY)),
                runner.getList(RunnerFields.HEALTH, Document.class, List.of()).stream()
                        .map(ConditionDocument::sample)
                        .toList());
    }

    private static Document document(HealthSample sample) {
        return new Document(Sample.AT, Date.from(sample.at()))
                .append(Sample.CPU, sample.cpu())
                .append(Sample.LOAD, sample.load())
                .append(Sample.MEMORY_FREE, sample.memoryFree())
                .append(Sample.MEMORY_TOTAL, sample.memoryTotal())
                .append(Sample.DISK_FREE, sample.diskFree())
                .append(Sample.DISK_TOTAL, sample.diskTotal());
    }

    private static HealthSample sample(Document sample) {
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
