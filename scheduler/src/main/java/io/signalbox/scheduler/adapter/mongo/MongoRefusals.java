package io.signalbox.scheduler.adapter.mongo;

import static io.signalbox.model.store.AttemptFields.REFUSED;
import static io.signalbox.model.store.TaskFields.ATTEMPTS;
import static io.signalbox.model.store.TaskFields.ID;
import static io.signalbox.model.store.TaskFields.POISONED;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.loop.errand.Refusals;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Refusals in the entries of {@code tasks.attempts}: a set of report kinds, in the entry that has the attempt's id. Version and commit mark
 * stay as they are (C16).
 */
public final class MongoRefusals implements Refusals {

    private final MongoCollection<Document> tasks;

    /** @param store where they are */
    public MongoRefusals(Store store) {
        this.tasks = store.deciding(CollectionNames.TASKS);
    }

    @Override
    public void keep(List<Effect.Refuse> refusals) {
        tasks.bulkWrite(refusals.stream().map(MongoRefusals::update).toList(), new BulkWriteOptions().ordered(false));
    }

    @Override
    public void mark(List<Effect.SetAside> poisoned) {
        tasks.bulkWrite(poisoned.stream().flatMap(MongoRefusals::mark).toList(), new BulkWriteOptions().ordered(false));
    }

    private static Stream<UpdateOneModel<Document>> mark(Effect.SetAside poisoned) {
        var mark =
                new Document("$set", new Document(POISONED, poisoned.failure().toString()));
        return Stream.ofNullable(poisoned.task())
                .map(task -> new UpdateOneModel<>(new Document(ID, task.value()), mark));
    }

    private static UpdateOneModel<Document> update(Effect.Refuse refusal) {
        var entry = new Document(ID, refusal.task().value())
                .append(ATTEMPTS + "." + AttemptFields.ID, refusal.attempt().value());
        var kind = new Document(ATTEMPTS + ".$." + REFUSED, refusal.kind().wire());
        return new UpdateOneModel<>(entry, new Document("$addToSet", kind));
    }
}
