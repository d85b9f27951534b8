package io.signalbox.gateway.adapter.mongo.relay;

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
import org.bson.Document;

/** What runners say of themselves and no beat has taken along, in their documents, through the writer of the beats. */
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
                new Document(RunnerFields.GENERATION, generation.value()),
                change(condition, mark),
                new Write.Mark(RunnerFields.CONDITION_MARK, new BsonString(mark))));
    }

    private static Document change(Condition condition, String mark) {
        Document set = new Document(RunnerFields.CONDITION_MARK, mark);
        Document unset = new Document();
        put(condition, set, unset);
        Document change = new Document("$set", set);
        return unset.isEmpty() ? change : change.append("$unset", unset);
    }

    /** What a write of a runner's document sets and removes for this. */
    static void put(Condition condition, Document set, Document unset) {
        set.append(
                RunnerFields.HEALTH,
                condition.health().stream().map(SampleDocument::of).toList());
        condition
                .unready()
                .ifPresentOrElse(
                        text -> set.append(RunnerFields.UNREADY, text), () -> unset.append(RunnerFields.UNREADY, ""));
    }
}
