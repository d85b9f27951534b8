package io.signalbox.scheduler.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static io.signalbox.model.store.LeadershipFields.EPOCH;
import static io.signalbox.model.store.LeadershipFields.HOLDER;
import static io.signalbox.model.store.LeadershipFields.ID;
import static io.signalbox.model.store.LeadershipFields.LEADER;
import static io.signalbox.model.store.LeadershipFields.RENEWAL;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.scheduler.loop.leadership.LeadershipRecord;
import io.signalbox.scheduler.loop.leadership.LeadershipStore;
import io.signalbox.scheduler.loop.leadership.Swap;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One document, <code>{_id: "leader", epoch, holder, renewal}</code>, made with epoch 0 by whoever looks first. Raising
 * the epoch matches on the old one, renewing on epoch and holder; a match is the whole answer. Safe for use by many threads.
 */
public final class MongoLeadershipStore implements LeadershipStore {

    private final MongoCollection<Document> leadership;

    /** @param store where it is */
    public MongoLeadershipStore(Store store) {
        this.leadership = store.deciding(CollectionNames.LEADERSHIP);
    }

    @Override
    public Optional<LeadershipRecord> read() {
        try {
            Document found = leadership.find(eq(ID, LEADER)).first();
            return Optional.of(found == null ? create() : record(found));
        } catch (MongoException e) {
            return Optional.empty();
        }
    }

    @Override
    public Swap raise(Epoch from, String holder) {
        return swap(
                and(eq(ID, LEADER), eq(EPOCH, from.value())),
                combine(set(EPOCH, from.next().value()), set(HOLDER, holder), inc(RENEWAL, 1L)));
    }

    @Override
    public Swap renew(Epoch epoch, String holder) {
        return swap(and(eq(ID, LEADER), eq(EPOCH, epoch.value()), eq(HOLDER, holder)), inc(RENEWAL, 1L));
    }

    private Swap swap(Bson expected, Bson change) {
        try {
            return leadership.updateOne(expected, change).getMatchedCount() == 1 ? Swap.APPLIED : Swap.CONFLICT;
        } catch (MongoException e) {
            return Swap.UNKNOWN;
        }
    }

    private LeadershipRecord create() {
        var first = new LeadershipRecord(new Epoch(0), "", 0);
        try {
            leadership.insertOne(new Document(ID, LEADER)
                    .append(EPOCH, first.epoch().value())
                    .append(HOLDER, first.holder())
                    .append(RENEWAL, first.renewal()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return first;
    }

    private static LeadershipRecord record(Document found) {
        return new LeadershipRecord(
                new Epoch(found.get(EPOCH, Number.class).longValue()),
                found.getString(HOLDER),
                found.get(RENEWAL, Number.class).longValue());
    }
}
