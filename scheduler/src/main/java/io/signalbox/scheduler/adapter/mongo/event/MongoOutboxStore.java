package io.signalbox.scheduler.adapter.mongo.event;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static io.signalbox.model.store.EventFields.KEY;
import static io.signalbox.model.store.TaskFields.ID;
import static io.signalbox.model.store.TaskFields.OUTBOX;
import static io.signalbox.model.store.TaskFields.PROJECT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.scheduler.loop.event.FeedEvent;
import io.signalbox.scheduler.loop.event.Outbox;
import io.signalbox.scheduler.loop.event.OutboxStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bson.Document;

/**
 * Outboxes inside the documents of one collection: <code>outbox: [{key, type, at, data}]</code>, in the order in which they
 * were pushed. Clearing pulls just the given entries by their keys, so what was pushed meanwhile stays.
 */
public final class MongoOutboxStore implements OutboxStore {

    private static final String FIRST = OUTBOX + ".0." + KEY;

    private final MongoCollection<Document> owners;
    private final Owner owner;

    /** What kind of documents have the outboxes. */
    public enum Owner {
        TASK(CollectionNames.TASKS),
        RUNNER(CollectionNames.RUNNER_STATES);

        private final String collection;

        Owner(String collection) {
            this.collection = collection;
        }
    }

    /**
     * @param store where they are
     * @param owner whose outboxes
     */
    public MongoOutboxStore(Store store, Owner owner) {
        this.owners = store.deciding(owner.collection);
        this.owner = owner;
    }

    @Override
    public List<Outbox> read(Collection<String> ids) {
        return owners
                .find(in(ID, ids))
                .projection(include(OUTBOX, PROJECT))
                .batchSize(ids.size())
                .map(this::outbox)
                .into(new ArrayList<>())
                .stream()
                .filter(it -> !it.events().isEmpty())
                .toList();
    }

    @Override
    public List<String> leftBehind(Predicate<String> known, int limit) {
        List<String> found = new ArrayList<>();
        try (MongoCursor<Document> keeping =
                owners.find(gt(FIRST, "")).projection(include(ID)).cursor()) {
            while (found.size() < limit && keeping.hasNext()) {
                String owner = keeping.next().getString(ID);
                if (!known.test(owner)) {
                    found.add(owner);
                }
            }
        }
        return found;
    }

    /** Most outboxes have the same few keys, for most tasks go the same way: each group of these is one write. */
    @Override
    public void clear(List<Outbox> appended) {
        Map<List<String>, List<String>> owning = appended.stream()
                .collect(groupingBy(MongoOutboxStore::keys, LinkedHashMap::new, mapping(Outbox::owner, toList())));
        owners.bulkWrite(
                owning.entrySet().stream()
                        .map(group -> pull(group.getKey(), group.getValue()))
                        .toList(),
                new BulkWriteOptions().ordered(false));
    }

    private static List<String> keys(Outbox outbox) {
        return outbox.events().stream().map(EventDocuments::outboxKey).toList();
    }

    private static UpdateManyModel<Document> pull(List<String> keys, List<String> ids) {
        return new UpdateManyModel<>(in(ID, ids), Updates.pull(OUTBOX, in(KEY, keys)));
    }

    private Outbox outbox(Document document) {
        String id = document.getString(ID);
        List<FeedEvent> events = document.getList(OUTBOX, Document.class, List.of()).stream()
                .map(entry -> switch (owner) {
                    case TASK ->
                        EventDocuments.fromOutbox(
                                id, new ProjectName(document.getString(PROJECT)), new TaskId(id), entry);
                    case RUNNER -> EventDocuments.fromOutbox(id, null, null, entry);
                })
                .toList();
        return new Outbox(id, events);
    }
}
