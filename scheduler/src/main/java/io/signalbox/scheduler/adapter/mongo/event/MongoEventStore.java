package io.signalbox.scheduler.adapter.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;
import static io.signalbox.model.store.EventFields.AT;
import static io.signalbox.model.store.EventFields.KEY;
import static io.signalbox.model.store.EventFields.SEQUENCE;
import static io.signalbox.model.store.EventFields.TASK;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.scheduler.loop.event.EventStore;
import io.signalbox.scheduler.loop.event.FeedEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One document per event, <code>{_id: sequence, key, type, project, task, at, data}</code>; an epoch's marker is one of type
 * {@code epoch}. All of an append goes out as one ordered insert, so the feed never has a hole. A duplicate {@code _id} with the
 * event's own key is an earlier try of the same append; with any other key it is a newer leader's (C19).
 */
public final class MongoEventStore implements EventStore {

    /** An event that is both in feed and outbox was appended last of all by its leader. */
    private static final long LOOK_BACK = 50_000;

    private final MongoCollection<Document> events;

    /** @param store where it is */
    public MongoEventStore(Store store) {
        this.events = store.deciding(CollectionNames.EVENTS);
    }

    @Override
    public long open(Epoch epoch, Instant at) {
        long sequence = newest() + 1;
        while (insert(List.of(EventDocuments.marker(sequence, epoch, at))) == 0) {
            sequence++;
        }
        return sequence + 1;
    }

    @Override
    public Append append(long first, List<FeedEvent> batch) {
        List<Document> documents = IntStream.range(0, batch.size())
                .mapToObj(place -> EventDocuments.toFeed(first + place, batch.get(place)))
                .toList();
        int done = 0;
        while (done < documents.size()) {
            List<Document> rest = documents.subList(done, documents.size());
            int inserted = insert(rest);
            int own = inserted < rest.size() ? ownFrom(rest.subList(inserted, rest.size())) : 0;
            if (inserted < rest.size() && own == 0) {
                return Append.OUTDONE;
            }
            done += inserted + own;
        }
        return Append.APPENDED;
    }

    @Override
    public Set<String> known(Collection<FeedEvent> wanted) {
        Set<String> tasks = new HashSet<>();
        Map<String, Instant> ofTasks = new HashMap<>();
        Map<String, Instant> others = new HashMap<>();
        for (FeedEvent event : wanted) {
            TaskId task = event.task();
            if (task == null) {
                others.put(event.key(), event.at());
            } else {
                tasks.add(task.value());
                ofTasks.put(event.key(), event.at());
            }
        }
        Set<String> known = new HashSet<>();
        if (!ofTasks.isEmpty()) {
            known.addAll(keys(in(TASK, tasks), ofTasks));
        }
        if (!others.isEmpty()) {
            known.addAll(keys(gte(SEQUENCE, newest() - LOOK_BACK), others));
        }
        return known;
    }

    /** A task whose id came again after it was purged has the keys of the earlier one, at other times. */
    private Set<String> keys(Bson where, Map<String, Instant> wanted) {
        Set<String> keys = new HashSet<>();
        events.find(and(where, in(KEY, wanted.keySet())))
                .projection(include(KEY, AT))
                .forEach(it -> {
                    String key = it.getString(KEY);
                    if (it.getDate(AT).toInstant().equals(wanted.get(key))) {
                        keys.add(key);
                    }
                });
        return keys;
    }

    private long newest() {
        Document found = events.find()
                .sort(descending(SEQUENCE))
                .projection(include(SEQUENCE))
                .first();
        return found == null ? 0 : sequence(found);
    }

    /** Inserts in order and returns how many there were before a taken sequence. */
    private int insert(List<Document> documents) {
        try {
            events.insertMany(documents);
            return documents.size();
        } catch (MongoBulkWriteException e) {
            boolean taken = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream().allMatch(it -> it.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!taken) {
                throw e;
            }
            return e.getWriteErrors().getFirst().getIndex();
        }
    }

    /** How many of these, from the first on, stand at their sequences already. */
    private int ownFrom(List<Document> documents) {
        long first = sequence(documents.getFirst());
        Map<Long, String> standing = new TreeMap<>();
        events.find(and(gte(SEQUENCE, first), lt(SEQUENCE, first + documents.size())))
                .projection(include(KEY))
                .forEach(it -> standing.put(sequence(it), it.getString(KEY)));
        int own = 0;
        while (own < documents.size()
                && Objects.equals(standing.get(first + own), documents.get(own).getString(KEY))) {
            own++;
        }
        return own;
    }

    private static long sequence(Document event) {
        return event.get(SEQUENCE, Number.class).longValue();
    }
}
