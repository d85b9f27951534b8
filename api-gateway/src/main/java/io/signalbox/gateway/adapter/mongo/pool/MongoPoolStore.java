package io.signalbox.gateway.adapter.mongo.pool;

import static io.signalbox.model.store.PoolFields.ID;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.reading.Inserts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.adapter.mongo.reading.Versions;
import io.signalbox.gateway.pool.Pool;
import io.signalbox.gateway.pool.PoolStore;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.PoolFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Pools in {@code pools}, as {@link PoolFields} says. */
public final class MongoPoolStore implements PoolStore {
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
        return StoreCall.write(() -> Inserts.ifAbsent(
                pools,
                document(pool)
                        .append(ID, pool.name().value())
                        .append(PoolFields.CREATED_AT, Date.from(pool.createdAt()))));
    }

    @Override
    public boolean update(Pool pool, long before) {
        Bson known = Filters.and(Filters.eq(ID, pool.name().value()), Versions.is(PoolFields.VERSION, before));
        return StoreCall.write(() ->
                pools.updateOne(known, new Document("$set", document(pool))).getMatchedCount() > 0);
    }

    private static Document document(Pool pool) {
        PoolPolicy policy = pool.policy();
        return new Document(PoolFields.STRATEGY, policy.strategy().wire())
                .append(PoolFields.CAP, policy.cap())
                .append(PoolFields.PICKUP_TARGET, policy.pickupTarget().toMillis())
                .append(PoolFields.MINIMUM_SIZE, policy.minimumSize())
                .append(PoolFields.MAXIMUM_SIZE, policy.maximumSize())
                .append(PoolFields.VERSION, pool.version());
    }

    private static Pool pool(Document document) {
        PoolPolicy usual = PoolPolicy.DEFAULT;
        Long target = document.getLong(PoolFields.PICKUP_TARGET);
        return new Pool(
                new PoolName(document.getString(ID)),
                new PoolPolicy(
                        Strategy.of(Objects.requireNonNullElse(
                                document.getString(PoolFields.STRATEGY),
                                usual.strategy().wire())),
                        document.getInteger(PoolFields.CAP),
                        target == null ? usual.pickupTarget() : Duration.ofMillis(target),
                        document.getInteger(PoolFields.MINIMUM_SIZE, usual.minimumSize()),
                        document.getInteger(PoolFields.MAXIMUM_SIZE)),
                document.getDate(PoolFields.CREATED_AT).toInstant(),
                Versions.of(document, PoolFields.VERSION));
    }
}
