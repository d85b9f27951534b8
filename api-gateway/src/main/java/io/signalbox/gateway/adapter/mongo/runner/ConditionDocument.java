package io.signalbox.gateway.adapter.mongo.runner;

import com.mongodb.client.model.Updates;
import io.signalbox.gateway.runner.Runner.Condition;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.store.RunnerFields;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What a runner last said of itself, in its document. */
final class ConditionDocument {
    private static final String AT = "at";
    private static final String CPU = "cpu";
    private static final String LOAD = "load";
    private static final String MEMORY_FREE = "memoryFree";
    private static final String MEMORY_TOTAL = "memoryTotal";
    private static final String DISK_FREE = "diskFree";
    private static final String DISK_TOTAL = "diskTotal";

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
        return new Document(AT, Date.from(sample.at()))
                .append(CPU, sample.cpu())
                .append(LOAD, sample.load())
                .append(MEMORY_FREE, sample.memoryFree())
                .append(MEMORY_TOTAL, sample.memoryTotal())
                .append(DISK_FREE, sample.diskFree())
                .append(DISK_TOTAL, sample.diskTotal());
    }

    private static HealthSample sample(Document sample) {
        return new HealthSample(
                sample.getDate(AT).toInstant(),
                sample.getDouble(CPU),
                sample.getDouble(LOAD),
                sample.getLong(MEMORY_FREE),
                sample.getLong(MEMORY_TOTAL),
                sample.getLong(DISK_FREE),
                sample.getLong(DISK_TOTAL));
    }
}
