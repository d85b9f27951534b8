package io.signalbox.gateway.adapter.mongo.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.signalbox.gateway.log.LogUnreadable;
import io.signalbox.gateway.log.seal.EndedAttempts;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.EventFields;
import io.signalbox.model.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Ends of attempts in {@code events}: those that name an attempt. The cursor is the document
 * {@code {_id: "log-seals", sequence}} in {@code cursors}.
 */
public final class MongoEndedAttempts implements EndedAttempts {
    private static final String CURSOR = "log-seals";
    private static final String SEQUENCE = "sequence";
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

    /** Over the collection of events for what leaves the system, and that of cursors for deciding. */
    public MongoEndedAttempts(MongoCollection<Document> events, MongoCollection<Document> cursors) {
        this.events = events;
        this.cursors = cursors;
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
