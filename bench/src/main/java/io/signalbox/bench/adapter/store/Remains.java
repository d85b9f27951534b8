package io.signalbox.bench.adapter.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/** What stays in the store for a while only: it must not become more as long as the load stays the same. */
public final class Remains {
    private static final List<String> OPEN = Arrays.stream(TaskState.values())
            .filter(state -> !state.isTerminal())
            .map(TaskState::wire)
            .toList();

    private final MongoDatabase database;

    /** Of the system in {@code database}. */
    public Remains(MongoDatabase database) {
        this.database = database;
    }

    /** In words; tasks that ended before {@code due} should have been purged. */
    public String count(Instant due) {
        MongoCollection<Document> tasks = database.getCollection(CollectionNames.TASKS);
        return String.format(
                Locale.ROOT,
                "%d tasks that have not ended, %d outboxes that are not empty, %d reports, %d tasks that are due to be purged",
                tasks.countDocuments(Filters.in(TaskFields.STATE, OPEN)),
                tasks.countDocuments(Filters.ne(TaskFields.OUTBOX, List.of())),
                database.getCollection(CollectionNames.REPORTS).countDocuments(),
                tasks.countDocuments(Filters.lt(TaskFields.FINISHED_AT, Date.from(due))));
    }
}
