package io.signalbox.gateway.adapter.mongo.audit;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.audit.AuditAnchor;
import io.signalbox.gateway.audit.AuditEntry;
import io.signalbox.gateway.audit.AuditStore;
import io.signalbox.model.store.CollectionNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Keeps the audit log in {@code audit}. A place is taken by its {@code _id}: of two gateways that want it one meets a duplicate key. */
public final class MongoAuditStore implements AuditStore {
    private static final String ANCHOR = "audit-anchor";
    private static final String SEQUENCE = "sequence";
    private static final int REMOVED_AT_ONCE = 1_000;

    private final MongoCollection<Document> audit;
    private final MongoCollection<Document> cursors;

    /** Uses the collection {@code audit} of {@code store}, and {@code cursors} for the anchor. */
    public MongoAuditStore(Store store) {
        this.audit = store.deciding(CollectionNames.AUDIT);
        this.cursors = store.deciding(CollectionNames.CURSORS);
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
    public AuditAnchor anchor() {
        Document anchor = StoreCall.<Optional<Document>>read(() ->
                        Optional.ofNullable(cursors.find(Filters.eq(ANCHOR)).first()))
                .orElse(null);
        return anchor == null
                ? AuditAnchor.BEGIN
                : new AuditAnchor(anchor.get(SEQUENCE, Number.class).longValue(), anchor.getString(AuditDocument.HASH));
    }

    @Override
    public void removeBefore(Instant time) {
        Document kept = StoreCall.<Optional<Document>>read(
                        () -> Optional.ofNullable(audit.find(Filters.gte(AuditDocument.AT, Date.from(time)))
                                .sort(Sorts.ascending(AuditDocument.ID))
                                .first()))
                .orElse(null);
        if (kept != null) {
            AuditEntry first = AuditDocument.read(kept);
            moveTo(new AuditAnchor(first.sequence() - 1, first.previous()));
            removeUpTo(first.sequence() - 1);
        }
    }

    /** It never goes back: another gateway may have cut off more. */
    private void moveTo(AuditAnchor anchor) {
        Document fields = new Document(SEQUENCE, anchor.sequence()).append(AuditDocument.HASH, anchor.hash());
        StoreCall.write(() -> {
            boolean begun = Inserts.ifAbsent(cursors, new Document(fields).append(AuditDocument.ID, ANCHOR));
            return begun
                    || cursors.updateOne(
                                            Filters.and(Filters.eq(ANCHOR), Filters.lt(SEQUENCE, anchor.sequence())),
                                            new Document("$set", fields))
                                    .getMatchedCount()
                            > 0;
        });
    }

    private void removeUpTo(long sequence) {
        int removed;
        do {
            List<Object> old = StoreCall.read(() -> audit.find(Filters.lte(AuditDocument.ID, sequence))
                    .projection(Projections.include(AuditDocument.ID))
                    .sort(Sorts.ascending(AuditDocument.ID))
                    .limit(REMOVED_AT_ONCE)
                    .map(entry -> entry.get(AuditDocument.ID))
                    .into(new ArrayList<>()));
            removed = old.size();
            if (removed > 0) {
                StoreCall.write(() -> audit.deleteMany(Filters.in(AuditDocument.ID, old)));
            }
        } while (removed == REMOVED_AT_ONCE);
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
