package io.signalbox.gateway.adapter.mongo.pool;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.pool.Pool;
import io.signalbox.gateway.pool.PoolStore;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.store.CollectionNames;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Pools in {@code pools}: {@code {_id: name, createdAt}}. */
public final class MongoPoolStore implements PoolStore {
    private static final String ID = "_id";
    private static final String CREATED_AT = "createdAt";

    private final MongoCollection<Document> shown;
    private final MongoCollection<Document> pools;

    /** Uses the collection {@code pools} of {@code store}. */
    public MongoPoolStore(Store store) {
        this.shown = store.leaving(CollectionNames.POOLS);
        this.pools = store.deciding(CollectionNames.POOLS);
    }

    @Override
    public List<Pool> all() {
        return StoreCall.read(() ->
                shown.find().sort(Sorts.ascending(ID)).map(MongoPoolStore::pool).into(new ArrayList<>()));
    }

    @Override
    public Optional<Pool> find(PoolName name) {
        return StoreCall.read(() -> Optional.ofNullable(
                        shown.find(Filters.eq(ID, name.value())).first())
                .map(MongoPoolStore::pool));
    }

    @Override
    public boolean insert(Pool pool) {
        Document document = new Document(ID, pool.name().value()).append(CREATED_AT, Date.from(pool.createdAt()));
        return StoreCall.write(() -> Inserts.ifAbsent(pools, document));
    }

    private static Pool pool(Document document) {
        return new Pool(
                new PoolName(document.getString(ID)),
                document.getDate(CREATED_AT).toInstant());
    }
}
