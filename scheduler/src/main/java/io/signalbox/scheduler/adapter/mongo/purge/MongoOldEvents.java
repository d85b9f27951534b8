package io.signalbox.scheduler.adapter.mongo.purge;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static io.signalbox.model.store.EventFields.AT;
import static io.signalbox.model.store.EventFields.SEQUENCE;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.feed.FeedReaders;
import io.signalbox.scheduler.adapter.mongo.Values;
import io.signalbox.scheduler.core.retention.AgedEvent;
import io.signalbox.scheduler.core.retention.FeedReach;
import io.signalbox.scheduler.loop.purge.OldEvents;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The beginning of {@code events}, by its {@code _id}, and the places of its readers in {@code cursors}. Safe for use by many threads. */
public final class MongoOldEvents implements OldEvents {

    private static final List<String> READERS = List.of(FeedReaders.LOG_SEALS, FeedReaders.WEBHOOKS);
    /** A reader that has not begun has read nothing. */
    private static final long NOTHING = -1;

    private final MongoCollection<Document> events;
    private final MongoCollection<Document> cursors;

    /** @param store where they are */
    public MongoOldEvents(Store store) {
        this.events = store.deciding(CollectionNames.EVENTS);
        this.cursors = store.deciding(CollectionNames.CURSORS);
    }

    @Override
    public FeedReach reach(int most) {
        long read = read();
        Document newest = events.find()
                .sort(descending(SEQUENCE))
                .projection(include(SEQUENCE))
                .first();
        List<AgedEvent> oldest = events.find()
                .sort(ascending(SEQUENCE))
                .limit(most)
                .projection(include(SEQUENCE, AT))
                .map(event -> new AgedEvent(
                        Values.number(event, SEQUENCE), event.getDate(AT).toInstant()))
                .into(new ArrayList<>());
        return new FeedReach(oldest, newest == null ? NOTHING : Values.number(newest, SEQUENCE), read);
    }

    @Override
    public void remove(long upTo) {
        events.deleteMany(lte(SEQUENCE, upTo));
    }

    private long read() {
        List<Long> places = cursors.find(in("_id", READERS))
                .map(reader -> Values.number(reader, FeedReaders.SEQUENCE, NOTHING))
                .into(new ArrayList<>());
        return places.size() < READERS.size()
                ? NOTHING
                : places.stream().mapToLong(Long::longValue).min().orElse(NOTHING);
    }
}
