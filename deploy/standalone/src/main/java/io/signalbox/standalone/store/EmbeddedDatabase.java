package io.signalbox.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** One database: our collections, and beside them the lists of collections and indexes that H2Database keeps. */
final class EmbeddedDatabase extends H2Database {

    private static final int CANNOT_CREATE_INDEX = 67;

    private final MVStore store;

    EmbeddedDatabase(String name, MVStore store, CursorRegistry cursors) {
        // The constructor above opens what is there already.
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        if (name.startsWith("system.")) {
            return super.openOrCreateCollection(name, options);
        }
        MVMap<Object, Document> map = store.openMap(
                "databases." + getFullCollectionNamespace(name),
                new MVMap.Builder<Object, Document>().valueType(BsonType.INSTANCE));
        return new EmbeddedCollection(this, name, options, cursorRegistry, new DocumentMap(map));
    }

    /** Each collection brings its own index by {@code _id}; there is no other unique one. */
    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        if (keys.size() != 1 || !keys.getFirst().getKey().equals("_id")) {
            throw new MongoServerError(
                    CANNOT_CREATE_INDEX, "CannotCreateIndex", "Only _id is unique here, found index " + index);
        }
        return new EmptyIndex<>(index, keys);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new FieldIndex(index, keys);
    }
}
