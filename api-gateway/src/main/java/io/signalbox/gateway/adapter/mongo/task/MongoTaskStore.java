package io.signalbox.gateway.adapter.mongo.task;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.InScope;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskCursor;
import io.signalbox.gateway.task.TaskQuery;
import io.signalbox.gateway.task.TaskStore;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.TaskState;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads {@code tasks}. Lists are ordered by creation and then by id, both descending, so a cursor is a place in that order. */
public final class MongoTaskStore implements TaskStore {
    private static final Bson NEWEST_FIRST = Sorts.descending(TaskFields.CREATED_AT, TaskFields.ID);
    private static final Bson UNSHOWN = Projections.exclude(TaskFields.SPEC, TaskFields.TERMS, TaskFields.OUTBOX);

    private final Store store;

    /** Reads from {@code store}. */
    public MongoTaskStore(Store store) {
        this.store = store;
    }

    @Override
    public Optional<StoredTask> find(TaskId id) {
        return StoreCall.read(() -> Optional.ofNullable(store.leaving(CollectionNames.TASKS)
                        .find(Filters.eq(TaskFields.ID, id.value()))
                        .first())
                .map(TaskDocument::read));
    }

    @Override
    public List<StoredTask> list(TaskQuery query) {
        return StoreCall.read(() -> store.leaving(CollectionNames.TASKS)
                .find(filter(query))
                .projection(UNSHOWN)
                .sort(NEWEST_FIRST)
                .limit(query.limit())
                .map(TaskDocument::read)
                .into(new ArrayList<>()));
    }

    private static Bson filter(TaskQuery query) {
        List<Bson> conditions = new ArrayList<>();
        InScope.of(query.projects(), TaskFields.PROJECT).ifPresent(conditions::add);
        if (!query.states().isEmpty()) {
            conditions.add(Filters.in(
                    TaskFields.STATE,
                    query.states().stream().map(TaskState::wire).toList()));
        }
        query.labels().forEach(label -> conditions.add(Filters.eq(TaskFields.LABELS, label)));
        query.after().ifPresent(cursor -> conditions.add(after(cursor)));
        return conditions.isEmpty() ? new Document() : Filters.and(conditions);
    }

    /** The first condition alone tells the store where in the index to begin. */
    private static Bson after(TaskCursor cursor) {
        Date createdAt = Date.from(cursor.createdAt());
        return Filters.and(
                Filters.lte(TaskFields.CREATED_AT, createdAt),
                Filters.or(
                        Filters.lt(TaskFields.CREATED_AT, createdAt),
                        Filters.lt(TaskFields.ID, cursor.task().value())));
    }
}
