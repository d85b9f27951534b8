package io.signalbox.gateway.adapter.mongo.refusal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.backbone.mongo.write.WriteOutcome;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.relay.refusal.KeptRefusal;
import io.signalbox.gateway.relay.refusal.RefusalStore;
import io.signalbox.model.id.TaskId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Refusals in {@code refusals}: an insert, and where the place is taken, by this gateway before or by another one, an addition. A task's are
 * a range of {@code _id}s.
 */
public final class MongoRefusalStore implements RefusalStore {
    private final MongoCollection<Document> refusals;
    private final BatchingWriter writer;

    /** Over the collection for what leaves the system, with the collection's writer. */
    public MongoRefusalStore(MongoCollection<Document> refusals, BatchingWriter writer) {
        this.refusals = refusals;
        this.writer = writer;
    }

    @Override
    public void add(KeptRefusal refusal) {
        var _ = writer.write(Write.insert(RefusalDocument.of(refusal))).thenAccept(outcome -> {
            if (outcome instanceof WriteOutcome.Duplicate) {
                var _ = writer.write(Write.update(RefusalDocument.id(refusal), RefusalDocument.addition(refusal)));
            }
        });
    }

    @Override
    public List<KeptRefusal> of(TaskId task) {
        return StoreCall.read(
                () -> refusals.find(about(task)).map(RefusalDocument::refusal).into(new ArrayList<>()));
    }

    @Override
    public void forget(TaskId task) {
        refusals.deleteMany(about(task));
    }

    private static Bson about(TaskId task) {
        return and(gte("_id", task.value() + ":"), lt("_id", task.value() + ";"));
    }
}
