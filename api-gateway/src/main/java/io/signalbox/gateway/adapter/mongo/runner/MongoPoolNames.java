package io.signalbox.gateway.adapter.mongo.runner;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import io.signalbox.gateway.runner.registration.PoolNames;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;

/** The names in {@code pools}, which are their ids. */
public final class MongoPoolNames implements PoolNames {
    private static final String ID = "_id";

    private final MongoCollection<Document> pools;

    /** Over the collection for deciding. */
    public MongoPoolNames(MongoCollection<Document> pools) {
        this.pools = pools;
    }

    @Override
    public Set<String> all() {
        Set<String> names = new HashSet<>();
        for (Document pool : pools.find().projection(Projections.include(ID))) {
            names.add(pool.get(ID, String.class));
        }
        return names;
    }
}
