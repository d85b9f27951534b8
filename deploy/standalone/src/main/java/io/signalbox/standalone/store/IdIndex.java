package io.signalbox.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps {@code _id} unique. It has nothing of its own: the documents' map is the index. */
final class IdIndex extends Index<Object> {

    private final DocumentMap documents;

    IdIndex(DocumentMap documents) {
        super("_id_", List.of(new IndexKey("_id", true)), false);
        this.documents = documents;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    /** Whoever asks for an index by {@code _id} asks for this one. */
    @Override
    public boolean hasSameOptions(Index<?> other) {
        return true;
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        Object key = DocumentMap.keyOf(document.get("_id"));
        return documents.get(key) == null ? null : key;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (getPosition(document) != null) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        // The document is in the map already.
    }

    @Override
    public @Nullable Object remove(Document document) {
        return getPosition(document);
    }

    /** Queries are narrowed by the collection itself. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return List.of();
    }

    @Override
    public long getCount() {
        return documents.size();
    }

    /** There is nothing to fill it with. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        // An update cannot change the _id.
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        // An update cannot change the _id.
    }

    @Override
    public void drop() {
        // It goes with its documents.
    }
}
