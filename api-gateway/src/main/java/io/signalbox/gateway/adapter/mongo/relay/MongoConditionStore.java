package io.signalbox.gateway.adapter.mongo.relay;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.gateway.adapter.mongo.health.SampleDocument;
import io.signalbox.gateway.relay.condition.ConditionStore;
import io.signalbox.gateway.runner.Runner.Condition;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.store.RunnerFields;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/** What runners say of themselves, in their documents, through the writer of their beats. */
public final class MongoConditionStore implements ConditionStore {
    private final BatchingWriter runners;
    private final Marks marks;

    /** Writes for {@code relay} through the writer of {@code runners}. */
    public MongoConditionStore(BatchingWriter runners, RelayId relay) {
        this.runners = runners;
        this.marks = new Marks(relay);
    }

    @Override
    public void keep(RunnerId runner, Generation generation, Condition condition) {
        String mark = marks.next();
        var _ = runners.write(Write.guarded(
                runner.value(),
                eq(RunnerFields.GENERATION, generation.value()),
                Updates.combine(change(condition), Updates.set(RunnerFields.CONDITION_MARK, mark)),
                new Write.Mark(RunnerFields.CONDITION_MARK, new BsonString(mark))));
    }

    private static Bson change(Condition condition) {
        Bson unready = condition
                .unready()
                .map(text -> Updates.set(RunnerFields.UNREADY, text))
                .orElseGet(() -> Updates.unset(RunnerFields.UNREADY));
        return Updates.combine(
                unready,
                Updates.set(
                        RunnerFields.HEALTH,
                        condition.health().stream().map(SampleDocument::of).toList()));
    }
}
