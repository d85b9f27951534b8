package io.signalbox.gateway.adapter.mongo.audit;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.audit.AuditEntry;
import io.signalbox.gateway.audit.AuditStore;
import io.signalbox.model.store.CollectionNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps the audit log in {@code audit}. A place is taken by its {@code _id}: of two gateways that want it one meets a duplicate key. */
public final class MongoAuditStore implements AuditStore {
    private final MongoCollection<Document> audit;

    /** Uses the collection {@code audit} of {@code store}. */
    public MongoAuditStore(Store store) {
        this.audit = store.deciding(CollectionNames.AUDIT);
    }

    @Override
    public Optional<AuditEntry> last() {
        return StoreCall.read(() -> Optional.ofNullable(
                        audit.find().sort(Sorts.descending(AuditDocument.ID)).first())
                .map(AuditDocument::read));
    }

    /** After any failure it is read back what is stored: a duplicate key stops a bulk in its middle, a lost answer hides its end (C23). */
    @Override
    public int add(List<AuditEntry> entries) {
        try {
            audit.insertMany(entries.stream().map(AuditDocument::of).toList());
            return entries.size();
        } catch (MongoBulkWriteException e) {
            return stored(entries);
        } catch (MongoException e) {
            int stored = stored(entries);
            if (stored == 0) {
                throw e;
            }
            return stored;
        }
    }

    @Override
    public List<AuditEntry> after(long sequence, int most) {
        return StoreCall.read(() -> audit.find(Filters.gt(AuditDocument.ID, sequence))
                .sort(Sorts.ascending(AuditDocument.ID))
                .limit(most)
                .map(AuditDocument::read)
                .into(new ArrayList<>()));
    }

    @Override
    public void removeBefore(Instant time) {
        Document kept = StoreCall.read(() -> audit.find(Filters.gte(AuditDocument.AT, Date.from(time)))
                .projection(Projections.include(AuditDocument.ID))
                .sort(Sorts.ascending(AuditDocument.ID))
                .first());
        if (kept != null) {
            Bson before = Filters.lt(AuditDocument.ID, kept.get(AuditDocument.ID));
            StoreCall.write(() -> audit.deleteMany(before));
        }
    }

    private int stored(List<AuditEntry> entries) {
        List<Long> places = entries.stream().map(AuditEntry::sequence).toList();
        List<String> hashes = audit.find(Filters.in(AuditDocument.ID, places))
                .projection(Projections.include(AuditDocument.HASH))
                .sort(Sorts.ascending(AuditDocument.ID))
                .map(document -> document.getString(AuditDocument.HASH))
                .into(new ArrayList<>());
        int stored = 0;
        while (stored < hashes.size()
                && hashes.get(stored).equals(entries.get(stored).hash())) {
            stored++;
        }
        return stored;
    }
}
