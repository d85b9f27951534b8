package io.signalbox.bench.adapter.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.signalbox.bench.measure.Plan;
import io.signalbox.model.store.CollectionNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** Watches how the store reads lists of tasks. For one thread. */
public final class ListPlans {
    private static final String PROFILE = "system.profile";

    private final MongoDatabase database;

    /** Of the tasks in {@code database}. */
    public ListPlans(MongoDatabase database) {
        this.database = database;
    }

    /** How a page of this size was read when {@code list} asked for it; others read tasks meanwhile, in other pieces. */
    public Plan of(int page, Runnable list) {
        database.getCollection(PROFILE).drop();
        database.runCommand(new Document("profile", 2));
        try {
            list.run();
        } finally {
            database.runCommand(new Document("profile", 0));
        }
        List<Document> seen = database.getCollection(PROFILE)
                .find(Filters.and(
                        Filters.eq("op", "query"),
                        Filters.eq("ns", database.getName() + "." + CollectionNames.TASKS),
                        // One more than the page tells whether there is another.
                        Filters.in("command.limit", page, page + 1)))
                .into(new ArrayList<>());
        if (seen.size() != 1) {
            throw new IllegalStateException(
                    "A list made " + seen.size() + " readings of a page of " + page + " where one was expected");
        }
        Document reading = seen.getFirst();
        return new Plan(
                Objects.requireNonNullElse(reading.getString("planSummary"), ""),
                reading.getBoolean("hasSortStage", false),
                reading.get("docsExamined", Number.class).longValue());
    }
}
