package io.signalbox.scheduler.adapter.mongo;

import static com.mongodb.client.model.Accumulators.min;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.in;
import static io.signalbox.model.store.TaskFields.CREATED_AT;
import static io.signalbox.model.store.TaskFields.POOL;
import static io.signalbox.model.store.TaskFields.STATE;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.loop.census.CensusEntry;
import io.signalbox.scheduler.loop.census.TaskCensus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** Groups {@code tasks} by state and pool, over the states that the index leads to. Safe for use by many threads. */
public final class MongoTaskCensus implements TaskCensus {

    private static final List<String> OPEN = Arrays.stream(TaskState.values())
            .filter(state -> !state.isTerminal())
            .map(TaskState::wire)
            .toList();

    private final MongoCollection<Document> tasks;

    /** @param store where they are */
    public MongoTaskCensus(Store store) {
        this.tasks = store.leaving(CollectionNames.TASKS);
    }

    @Override
    public List<CensusEntry> count() {
        var kind = new Document(STATE, "$" + STATE).append(POOL, "$" + POOL);
        return tasks.aggregate(
                        List.of(match(in(STATE, OPEN)), group(kind, sum("count", 1), min("oldest", "$" + CREATED_AT))))
                .map(MongoTaskCensus::entry)
                .into(new ArrayList<>());
    }

    private static CensusEntry entry(Document group) {
        Document kind = group.get("_id", Document.class);
        String pool = kind.getString(POOL);
        return new CensusEntry(
                TaskState.of(kind.getString(STATE)),
                pool == null ? CensusEntry.ANY_POOL : pool,
                Values.number(group, "count"),
                Objects.requireNonNull(Values.instant(group, "oldest")));
    }
}
