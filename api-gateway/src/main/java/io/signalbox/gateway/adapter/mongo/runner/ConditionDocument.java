package io.signalbox.gateway.adapter.mongo.runner;

import io.signalbox.gateway.adapter.mongo.health.SampleDocument;
import io.signalbox.gateway.runner.Runner.Condition;
import io.signalbox.model.store.RunnerFields;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** What a runner last said of itself, in its document. */
final class ConditionDocument {
    private ConditionDocument() {}

    static Condition condition(Document runner) {
        return new Condition(
                Optional.ofNullable(runner.getString(RunnerFields.UNREADY)),
                runner.getList(RunnerFields.HEALTH, Document.class, List.of()).stream()
                        .map(SampleDocument::sample)
                        .toList());
    }
}
