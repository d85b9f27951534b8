package io.signalbox.gateway.adapter.mongo.health;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.runner.health.Thinning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The history grows old: of the samples that came more than an hour ago one a minute is left, and of a day ago none. In bounded batches
 * (C25), each of which may be repeated: the coarse document is inserted first, under an id that follows from hour and runner, and only then
 * are the fine ones removed. Several gateways may do it at once. Blocks; whoever cannot measure the store's time does nothing.
 */
public final class ThinHealth {
    /** Full hours for which each sample is kept. */
    static final int HOURS_FINE = 1;
    /** Full hours for which anything is kept. */
    static final int HOURS_KEPT = 24;

    private static final int BATCH = 2_000;
    private static final int MOST_BATCHES = 50;

    private final MongoCollection<Document> history;
    private final Supplier<Optional<Instant>> storeTime;

    /** Over the collection for deciding. */
    public ThinHealth(MongoCollection<Document> history, Supplier<Optional<Instant>> storeTime) {
        this.history = history;
        this.storeTime = storeTime;
    }

    /** Does what is due, or as much of it as fits into one run. */
    public void run() {
        storeTime.get().map(HealthIds::hour).ifPresent(hour -> {
            again(() -> thin(hour - HOURS_FINE));
            again(() -> purge(hour - HOURS_KEPT));
        });
    }

    private static void again(BooleanSupplier batch) {
        boolean more = true;
        for (int i = 0; i < MOST_BATCHES && more; i++) {
            more = batch.getAsBoolean();
        }
    }

    private boolean thin(long before) {
        List<Document> due = history.find(olderThan(HealthIds.FINE, before))
                .sort(ascending("_id"))
                .limit(BATCH)
                .into(new ArrayList<>());
        Map<String, List<Document>> byCoarse =
                due.stream().collect(Collectors.groupingBy(fine -> HealthIds.coarseOf(fine.getString("_id"))));
        // The last one may go on in the next batch; a runner tells at most 360 times in an hour.
        if (due.size() == BATCH) {
            byCoarse.remove(HealthIds.coarseOf(due.getLast().getString("_id")));
        }
        byCoarse.forEach(this::replace);
        return due.size() == BATCH;
    }

    private void replace(String coarse, List<Document> fine) {
        Inserts.ifAbsent(
                history,
                MongoHealthHistory.document(
                        coarse,
                        Thinning.perMinute(fine.stream()
                                .flatMap(MongoHealthHistory::samples)
                                .toList())));
        remove(fine);
    }

    private boolean purge(long before) {
        List<Document> due = history.find(olderThan(HealthIds.COARSE, before))
                .projection(include("_id"))
                .limit(BATCH)
                .into(new ArrayList<>());
        remove(due);
        return due.size() == BATCH;
    }

    private void remove(List<Document> documents) {
        if (!documents.isEmpty()) {
            history.deleteMany(in(
                    "_id", documents.stream().map(one -> one.getString("_id")).toList()));
        }
    }

    private static Bson olderThan(String detail, long hour) {
        return and(gte("_id", HealthIds.start(detail, 0)), lt("_id", HealthIds.start(detail, hour)));
    }
}
