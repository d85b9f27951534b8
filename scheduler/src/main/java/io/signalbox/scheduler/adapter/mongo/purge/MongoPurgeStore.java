package io.signalbox.scheduler.adapter.mongo.purge;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static io.signalbox.model.store.TaskFields.COMMIT;
import static io.signalbox.model.store.TaskFields.CREATED_AT;
import static io.signalbox.model.store.TaskFields.FINISHED_AT;
import static io.signalbox.model.store.TaskFields.ID;
import static io.signalbox.model.store.TaskFields.LOG_PURGED_AT;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.PurgeFields;
import io.signalbox.scheduler.adapter.mongo.Values;
import io.signalbox.scheduler.core.retention.FinishedTask;
import io.signalbox.scheduler.loop.purge.PurgeStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Finished tasks in {@code tasks}, read by the index of lists from its old end, and wishes in {@code purges}. The id of a task may come
 * again, by its idempotency key; so every write of one matches {@code _id} and {@code commit}, which no other task has had. Safe for use by many threads.
 */
public final class MongoPurgeStore implements PurgeStore {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> tasks;
    private final MongoCollection<Document> purges;

    /** @param store where they are */
    public MongoPurgeStore(Store store) {
        this.tasks = store.deciding(CollectionNames.TASKS);
        this.purges = store.deciding(CollectionNames.PURGES);
    }

    @Override
    public Page finished(@Nullable Place after, Instant latest, int limit) {
        List<Document> found = tasks.find(and(behind(after), lte(CREATED_AT, latest), lte(FINISHED_AT, latest)))
                .sort(ascending(CREATED_AT, ID))
                .limit(limit)
                .projection(FinishedDocuments.PROJECTION)
                .into(new ArrayList<>());
        List<FinishedTask> settled = Values.readable(
                found.stream().filter(FinishedDocuments::isSettled).toList(), FinishedDocuments::read);
        return new Page(settled, found.size() < limit ? null : FinishedDocuments.place(found.getLast()));
    }

    @Override
    public void want(List<FinishedTask> wanted) {
        List<Document> wishes = wanted.stream().map(FinishedDocuments::wish).toList();
        try {
            purges.insertMany(wishes, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean known = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream().allMatch(it -> it.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!known) {
                throw e;
            }
        }
    }

    @Override
    public void mark(List<FinishedTask> marked, Instant at) {
        Bson mark = Updates.set(LOG_PURGED_AT, Date.from(at));
        tasks.bulkWrite(
                marked.stream()
                        .map(task -> new UpdateOneModel<Document>(itself(task), mark))
                        .toList(),
                UNORDERED);
    }

    @Override
    public Set<TaskId> wanted(Collection<TaskId> ids) {
        return purges.find(in(PurgeFields.ID, ids.stream().map(TaskId::value).toList()))
                .map(wish -> new TaskId(wish.getString(PurgeFields.ID)))
                .into(new HashSet<>());
    }

    @Override
    public int remove(Collection<FinishedTask> removed) {
        return tasks.bulkWrite(
                        removed.stream()
                                .map(task -> new DeleteOneModel<Document>(and(itself(task), ne(LOG_PURGED_AT, null))))
                                .toList(),
                        UNORDERED)
                .getDeletedCount();
    }

    private static Bson itself(FinishedTask task) {
        return and(eq(ID, task.id().value()), eq(COMMIT, task.commit()));
    }

    /** The first condition gives the store's planner a place to begin. */
    private static Bson behind(@Nullable Place place) {
        if (place == null) {
            return new Document();
        }
        Date at = Date.from(place.createdAt());
        return and(gte(CREATED_AT, at), or(gt(CREATED_AT, at), gt(ID, place.id())));
    }
}
