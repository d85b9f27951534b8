package io.signalbox.gateway.adapter.mongo.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.log.LogUnreadable;
import io.signalbox.gateway.log.seal.EndedAttempts;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.EventFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.store.feed.FeedReaders;
import io.signalbox.model.task.TaskState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Ends of attempts in {@code events}: those that name an attempt. The cursor is the document
 * {@code {_id: "log-seals", sequence}} in {@code cursors}.
 */
public final class MongoEndedAttempts implements EndedAttempts {
    private static final String CURSOR = FeedReaders.LOG_SEALS;
    private static final String SEQUENCE = FeedReaders.SEQUENCE;
    private static final String ATTEMPT = "attempt";
    private static final List<String> ENDS = Stream.of(
                    TaskState.QUEUED,
                    TaskState.PASSED,
                    TaskState.FAILED,
                    TaskState.CANCELED,
                    TaskState.TIMED_OUT,
                    TaskState.LOST)
            .map(state -> "task." + state.wire())
            .toList();
    private final MongoCollection<Document> events;
    private final MongoCollection<Document> cursors;
    private final MongoCollection<Document> tasks;

    /** Over {@code store}: events are read as they leave the system, all else for deciding. */
    public MongoEndedAttempts(Store store) {
        this.events = store.leaving(CollectionNames.EVENTS);
        this.cursors = store.deciding(CollectionNames.CURSORS);
        this.tasks = store.deciding(CollectionNames.TASKS);
    }

    @Override
    public long newest() {
        try {
            Document newest = events.find()
                    .sort(descending(EventFields.SEQUENCE))
                    .limit(1)
                    .first();
            return newest == null ? -1 : newest.getLong(EventFields.SEQUENCE);
        } catch (MongoException e) {
            throw new LogUnreadable(e);
        }
    }

    @Override
    public List<Ended> upTo(long sequence, int most) {
        try {
            return events.find(and(
                            gt(EventFields.SEQUENCE, cursor()),
                            lte(EventFields.SEQUENCE, sequence),
                            in(EventFields.TYPE, ENDS),
                            exists(EventFields.DATA + "." + ATTEMPT)))
                    .sort(ascending(EventFields.SEQUENCE))
                    .limit(most)
                    .map(MongoEndedAttempts::ended)
                    .into(new ArrayList<>());
        } catch (MongoException e) {
            throw new LogUnreadable(e);
        }
    }

    @Override
    public List<Ended> withLog(List<Ended> ended) {
        try {
            Set<String> tried = new HashSet<>();
            tasks.find(and(
                            in(
                                    TaskFields.ID,
                                    ended.stream().map(it -> it.task().value()).toList()),
                            eq(TaskFields.LOG_PURGED_AT, null)))
                    .projection(include(TaskFields.ATTEMPTS + "." + AttemptFields.ID))
                    .forEach(task -> task.getList(TaskFields.ATTEMPTS, Document.class, List.of())
                            .forEach(attempt -> tried.add(attempt.getString(AttemptFields.ID))));
            return ended.stream()
                    .filter(it -> tried.contains(it.attempt().value()))
                    .toList();
        } catch (MongoException e) {
            throw new LogUnreadable(e);
        }
    }

    @Override
    public void passed(long sequence) {
        try {
            cursors.updateOne(eq(EventFields.SEQUENCE, CURSOR), max(SEQUENCE, sequence));
        } catch (MongoException e) {
            throw new LogUnreadable(e);
        }
    }

    private long cursor() {
        Document cursor = cursors.find(eq("_id", CURSOR)).first();
        return cursor == null ? begun() : cursor.getLong(SEQUENCE);
    }

    private long begun() {
        try {
            cursors.insertOne(new Document("_id", CURSOR).append(SEQUENCE, -1L));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return -1;
    }

    private static Ended ended(Document event) {
        return new Ended(
                event.getLong(EventFields.SEQUENCE),
                new TaskId(event.getString(EventFields.TASK)),
                new AttemptId(event.get(EventFields.DATA, Document.class).getString(ATTEMPT)));
    }
}
