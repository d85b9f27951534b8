package io.signalbox.gateway.adapter.mongo.pool;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.pool.PoolLoad;
import io.signalbox.gateway.pool.PoolWork;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.RunnerFields;
import io.signalbox.model.store.SlotFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Counted out of {@code tasks} and {@code runners}. */
public final class MongoPoolWork implements PoolWork {
    private final MongoCollection<Document> tasks;
    private final MongoCollection<Document> runners;

    /** Over the collections for what leaves the system. */
    public MongoPoolWork(Store store) {
        this.tasks = store.leaving(CollectionNames.TASKS);
        this.runners = store.leaving(CollectionNames.RUNNERS);
    }

    @Override
    public PoolLoad load(PoolName pool) {
        return StoreCall.read(() -> {
            long idle = 0;
            long occupied = 0;
            for (Document runner : runners.find(
                            and(eq(RunnerFields.POOL, pool.value()), exists(RunnerFields.DISCONNECTED_AT, false)))
                    .projection(include(RunnerFields.SLOTS))) {
                if (isOccupied(runner)) {
                    occupied++;
                } else {
                    idle++;
                }
            }
            return new PoolLoad(
                    tasks.countDocuments(waiting(pool)), tasks.countDocuments(running(pool)), idle, occupied);
        });
    }

    @Override
    public List<String> queued(PoolName pool, int most) {
        return StoreCall.read(() -> tasks.find(waiting(pool))
                .projection(include(TaskFields.ID))
                .sort(Sorts.ascending(TaskFields.CREATED_AT))
                .limit(most)
                .map(task -> task.getString(TaskFields.ID))
                .into(new ArrayList<>()));
    }

    private static Bson waiting(PoolName pool) {
        return and(
                eq(TaskFields.STATE, TaskState.QUEUED.wire()),
                or(eq(TaskFields.POOL, pool.value()), eq(TaskFields.POOL, null)));
    }

    private static Bson running(PoolName pool) {
        return and(
                in(TaskFields.STATE, TaskState.ASSIGNED.wire(), TaskState.RUNNING.wire()),
                eq(TaskFields.ATTEMPT + "." + AttemptFields.POOL, pool.value()));
    }

    private static boolean isOccupied(Document runner) {
        return runner.get(RunnerFields.SLOTS, new Document()).values().stream()
                .anyMatch(slot -> slot instanceof Document known && known.get(SlotFields.ATTEMPT) != null);
    }
}
