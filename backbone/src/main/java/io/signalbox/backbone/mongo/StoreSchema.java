package io.signalbox.backbone.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.EventFields;
import io.signalbox.model.store.RunnerFields;
import io.signalbox.model.store.TaskFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The indexes of all collections, beside the one by {@code _id} that each has.
 *
 * <p>None is unique, partial or expires documents: uniqueness comes from {@code _id} alone, so that every store keeps it.
 */
public final class StoreSchema {

    private static final String ATTEMPT = TaskFields.ATTEMPT + ".";

    private static final Map<String, List<Bson>> INDEXES = Map.of(
            CollectionNames.TASKS,
            List.of(
                    // The scheduler's sweep, and lists by state (read from its end); with the project it alone counts
                    // the backlog of each.
                    ascending(TaskFields.STATE, TaskFields.CREATED_AT, TaskFields.ID, TaskFields.PROJECT),
                    // What a new leader reads: what has not ended, page by page, and what ended last.
                    ascending(TaskFields.STATE, TaskFields.FINISHED_AT, TaskFields.ID),
                    // Lists of all, of a project and by label, newest first.
                    descending(TaskFields.CREATED_AT, TaskFields.ID),
                    compoundIndex(ascending(TaskFields.PROJECT), descending(TaskFields.CREATED_AT, TaskFields.ID)),
                    compoundIndex(ascending(TaskFields.LABELS), descending(TaskFields.CREATED_AT, TaskFields.ID)),
                    // The live attempt of a slot (C5), and what a relay has to hand out when there is no broker.
                    ascending(ATTEMPT + AttemptFields.RUNNER, ATTEMPT + AttemptFields.SLOT),
                    ascending(ATTEMPT + AttemptFields.RELAY),
                    // Events that a leader left behind (C19): the first of each outbox, so that a task's later ones
                    // change no index.
                    ascending(TaskFields.OUTBOX + ".0." + EventFields.KEY, TaskFields.ID)),
            CollectionNames.EVENTS,
            List.of(
                    ascending(EventFields.TASK, EventFields.SEQUENCE),
                    ascending(EventFields.PROJECT, EventFields.SEQUENCE)),
            CollectionNames.RUNNERS,
            List.of(ascending(RunnerFields.TOKEN_HASH), ascending(RunnerFields.NAME)),
            CollectionNames.TOKENS,
            List.of(ascending("hash"), ascending("kind", "createdAt", "_id"), ascending("kind", "pool", "createdAt")),
            CollectionNames.PIECES,
            // How much a project has; what is old.
            List.of(ascending("project", "bytes"), ascending("usedAt")),
            CollectionNames.FOLDER_TASKS,
            List.of(ascending("seenAt")),
            CollectionNames.WEBHOOK_DELIVERIES,
            List.of(
                    // What waits for one receiver, in its order; what is due at all; what is old.
                    ascending("webhook", "state", "_id"),
                    ascending("state", "dueAt", "webhook"),
                    ascending("state", "createdAt")));

    /** What earlier releases made: each write would go on to pay for it. */
    private static final Map<String, Set<String>> OBSOLETE = Map.of(
            CollectionNames.TASKS,
            Set.of("state_1__id_1", "state_1_createdAt_1_project_1", "attempt.relay_1_state_1", "outbox.key_1"),
            CollectionNames.REPORTS,
            Set.of("kind_1__id_1"));

    private static final int INDEX_NOT_FOUND = 27;

    private StoreSchema() {}

    /**
     * Makes the indexes that are missing and drops those of earlier releases; idempotent, and harmless when several processes do it at once.
     *
     * @throws com.mongodb.MongoException when the store does not do it
     */
    public static void ensure(Store store) {
        INDEXES.forEach((collection, keys) -> store.deciding(collection)
                .createIndexes(keys.stream().map(IndexModel::new).toList()));
        OBSOLETE.forEach((collection, names) -> dropped(store.deciding(collection), names));
    }

    private static void dropped(MongoCollection<Document> collection, Set<String> names) {
        List<String> standing =
                collection.listIndexes().map(it -> it.getString("name")).into(new ArrayList<>());
        standing.retainAll(names);
        for (String name : standing) {
            try {
                collection.dropIndex(name);
            } catch (MongoCommandException e) {
                if (e.getErrorCode() != INDEX_NOT_FOUND) {
                    throw e;
                }
            }
        }
    }
}
