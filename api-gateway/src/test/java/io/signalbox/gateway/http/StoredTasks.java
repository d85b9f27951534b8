package io.signalbox.gateway.http;

import com.mongodb.client.model.Filters;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import java.util.Objects;
import org.bson.Document;

/** Plays the scheduler: changes tasks as it would. */
record StoredTasks(Store store) {

    /** What the store holds of the task. */
    Document document(String task) {
        return Objects.requireNonNull(
                store.deciding(CollectionNames.TASKS).find(Filters.eq(task)).first());
    }

    /** Sets fields of the task. */
    void change(String task, Document fields) {
        store.deciding(CollectionNames.TASKS).updateOne(Filters.eq(TaskFields.ID, task), new Document("$set", fields));
    }

    /** A document of any collection. */
    Document in(String collection, String id) {
        return Objects.requireNonNull(
                store.deciding(collection).find(Filters.eq(id)).first());
    }
}
