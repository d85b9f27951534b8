package io.signalbox.gateway.adapter.mongo.webhook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.webhook.delivery.FeedPlace;
import io.signalbox.gateway.webhook.lease.LeaseStore;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.feed.FeedReaders;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The document {@code {_id: "webhooks", holder, counter, sequence}} in {@code cursors}: how far the feed was read, and who reads on. */
public final class MongoFeedPlace implements FeedPlace, LeaseStore {
    private static final String ID = "_id";
    private static final String PLACE = FeedReaders.WEBHOOKS;
    private static final String HOLDER = "holder";
    private static final String COUNTER = "counter";
    private static final String SEQUENCE = FeedReaders.SEQUENCE;

    private final MongoCollection<Document> cursors;

    /** Uses the collection {@code cursors} of {@code store}. */
    public MongoFeedPlace(Store store) {
        this.cursors = store.deciding(CollectionNames.CURSORS);
    }

    @Override
    public OptionalLong read() {
        Number sequence = document().get(SEQUENCE, Number.class);
        return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence.longValue());
    }

    @Override
    public void passed(long sequence) {
        StoreCall.write(() -> cursors.updateOne(eq(ID, PLACE), max(SEQUENCE, sequence)));
    }

    @Override
    public Lease lease() {
        Document document = document();
        return new Lease(
                document.getString(HOLDER), document.get(COUNTER, Number.class).longValue());
    }

    @Override
    public boolean change(Lease before, Lease after) {
        return StoreCall.write(() -> cursors.updateOne(
                                and(eq(ID, PLACE), eq(HOLDER, before.holder()), eq(COUNTER, before.counter())),
                                combine(set(HOLDER, after.holder()), set(COUNTER, after.counter())))
                        .getMatchedCount()
                > 0);
    }

    private Document document() {
        Document found = find();
        if (found == null) {
            Document fresh = new Document(ID, PLACE).append(HOLDER, "").append(COUNTER, 0L);
            StoreCall.write(() -> Inserts.ifAbsent(cursors, fresh));
            found = find();
        }
        return Objects.requireNonNull(found, "the place of the webhooks is gone");
    }

    private @Nullable Document find() {
        return StoreCall.<Optional<Document>>read(
                        () -> Optional.ofNullable(cursors.find(eq(ID, PLACE)).first()))
                .orElse(null);
    }
}
