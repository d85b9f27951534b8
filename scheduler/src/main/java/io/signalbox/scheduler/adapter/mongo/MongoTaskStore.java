package io.signalbox.scheduler.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static io.signalbox.model.store.TaskFields.ASSIGNED_AT;
import static io.signalbox.model.store.TaskFields.FINISHED_AT;
import static io.signalbox.model.store.TaskFields.ID;
import static io.signalbox.model.store.TaskFields.STATE;
import static io.signalbox.model.store.TaskFields.TERMS;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.write.BulkWriter;
import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.backbone.mongo.write.WriteOutcome;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.loop.batch.ChangeOutcome;
import io.signalbox.scheduler.loop.batch.CommitMark;
import io.signalbox.scheduler.loop.batch.TaskStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in {@code tasks}. A batch is one bulk write of updates that each match {@code _id} and {@code version}; where fewer matched than
 * were sent, the documents' own {@code commit} marks say which (C16). Pages are cut by {@code _id}, so that what changes meanwhile is
 * neither missed nor met twice. Safe for use by many threads.
 */
public final class MongoTaskStore implements TaskStore {

    private final MongoCollection<Document> tasks;
    private final BulkWriter writer;

    /** @param store where they are */
    public MongoTaskStore(Store store) {
        this.tasks = store.deciding(CollectionNames.TASKS);
        this.writer = new BulkWriter(tasks);
    }

    @Override
    public List<ChangeOutcome> commit(CommitMark mark, List<TaskChange> changes) {
        return write(
                changes.stream().map(change -> TaskUpdates.commit(mark, change)).toList());
    }

    @Override
    public List<ChangeOutcome> raise(CommitMark mark, List<StoredTask> raised) {
        return write(raised.stream()
                .map(task -> TaskUpdates.raise(mark, task.id(), task.version()))
                .toList());
    }

    @Override
    public List<StoredTask> read(Collection<TaskId> ids) {
        return Values.readable(
                tasks.find(in(ID, ids.stream().map(TaskId::value).toList())).projection(TaskDocuments.PROJECTION),
                TaskDocuments::read);
    }

    @Override
    public List<StoredTask> open(Which which, @Nullable TaskId after, int limit) {
        Bson state = switch (which) {
            case LIVE -> in(STATE, TaskState.ASSIGNED.wire(), TaskState.RUNNING.wire());
            case WAITING -> in(STATE, TaskState.QUEUED.wire());
        };
        return page(and(state, eq(FINISHED_AT, null)), after, limit);
    }

    @Override
    public List<StoredTask> lost(Instant since, @Nullable TaskId after, int limit) {
        return page(and(eq(STATE, TaskState.LOST.wire()), gte(FINISHED_AT, since)), after, limit);
    }

    @Override
    public List<Took> ended(int limit) {
        Bson ranToItsEnd = in(STATE, TaskState.PASSED.wire(), TaskState.FAILED.wire(), TaskState.TIMED_OUT.wire());
        return Values.readable(
                        tasks.find(and(ranToItsEnd, ne(ASSIGNED_AT, null)))
                                .sort(descending(FINISHED_AT))
                                .limit(limit)
                                .projection(include(ID, TERMS, ASSIGNED_AT, FINISHED_AT)),
                        TaskDocuments::readTook)
                .reversed();
    }

    private List<StoredTask> page(Bson which, @Nullable TaskId after, int limit) {
        return Values.page(
                after == null ? null : after.value(), limit, (id, most) -> find(which, id, most), TaskDocuments::read);
    }

    private List<Document> find(Bson which, @Nullable String after, int limit) {
        return tasks.find(after == null ? which : and(which, gt(ID, after)))
                .sort(ascending(ID))
                .limit(limit)
                .projection(TaskDocuments.PROJECTION)
                .into(new ArrayList<>());
    }

    private List<ChangeOutcome> write(List<Write> updates) {
        return writer.write(updates).stream().map(MongoTaskStore::outcome).toList();
    }

    private static ChangeOutcome outcome(WriteOutcome outcome) {
        return switch (outcome) {
            case WriteOutcome.Written _ -> ChangeOutcome.APPLIED;
            case WriteOutcome.Missed _, WriteOutcome.Duplicate _ -> ChangeOutcome.MISSED;
            case WriteOutcome.Unknown _ -> ChangeOutcome.UNKNOWN;
            case WriteOutcome.Refused refused ->
                switch (refused.reason()) {
                    case REJECTED -> ChangeOutcome.REJECTED;
                    case STORE_AWAY, STOPPED, BACKLOG_FULL -> ChangeOutcome.NOT_SENT;
                };
        };
    }
}
