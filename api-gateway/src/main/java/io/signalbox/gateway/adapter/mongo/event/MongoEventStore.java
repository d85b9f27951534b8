package io.signalbox.gateway.adapter.mongo.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.InScope;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.event.EventQuery;
import io.signalbox.gateway.event.EventStore;
import io.signalbox.gateway.event.FeedEvent;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.EventFields;
import io.signalbox.model.store.TaskFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads {@code events} and outboxes. An event that is in both, because the leader has not cleared the outbox yet, is shown once. */
public final class MongoEventStore implements EventStore {
    private static final Bson OLDEST_FIRST = Sorts.ascending(EventFields.SEQUENCE);
    private static final Bson NEWEST_FIRST = Sorts.descending(EventFields.SEQUENCE);
    private static final String MARKER = "epoch";

    private final MongoCollection<Document> events;
    private final MongoCollection<Document> tasks;

    /** Reads from {@code store}. */
    public MongoEventStore(Store store) {
        this.events = store.leaving(CollectionNames.EVENTS);
        this.tasks = store.leaving(CollectionNames.TASKS);
    }

    @Override
    public List<FeedEvent> read(EventQuery query) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(Filters.gt(EventFields.SEQUENCE, query.after()));
        conditions.add(
                query.types().isEmpty()
                        ? Filters.ne(EventFields.TYPE, MARKER)
                        : Filters.in(EventFields.TYPE, query.types()));
        InScope.of(query.projects(), EventFields.PROJECT).ifPresent(conditions::add);
        return StoreCall.read(() -> events.find(Filters.and(conditions))
                .sort(OLDEST_FIRST)
                .limit(query.limit())
                .map(EventDocument::fromFeed)
                .into(new ArrayList<>()));
    }

    @Override
    public long oldest() {
        return StoreCall.read(() -> end(OLDEST_FIRST));
    }

    @Override
    public long newest() {
        return StoreCall.read(() -> end(NEWEST_FIRST));
    }

    @Override
    public List<FeedEvent> of(TaskId task) {
        return StoreCall.read(() -> {
            Document owner = tasks.find(Filters.eq(TaskFields.ID, task.value()))
                    .projection(Projections.include(TaskFields.OUTBOX, TaskFields.PROJECT))
                    .first();
            List<FeedEvent> found = events.find(Filters.eq(EventFields.TASK, task.value()))
                    .sort(OLDEST_FIRST)
                    .map(EventDocument::fromFeed)
                    .into(new ArrayList<>());
            Set<String> known = found.stream().map(FeedEvent::id).collect(Collectors.toSet());
            waiting(owner).stream().filter(event -> !known.contains(event.id())).forEach(found::add);
            return found;
        });
    }

    private static List<FeedEvent> waiting(@Nullable Document owner) {
        return owner == null
                ? List.of()
                : owner.getList(TaskFields.OUTBOX, Document.class, List.of()).stream()
                        .map(entry -> EventDocument.fromOutbox(owner, entry))
                        .toList();
    }

    private long end(Bson order) {
        Document event = events.find()
                .sort(order)
                .projection(Projections.include(EventFields.SEQUENCE))
                .first();
        return event == null
                ? START
                : event.get(EventFields.SEQUENCE, Number.class).longValue();
    }
}
