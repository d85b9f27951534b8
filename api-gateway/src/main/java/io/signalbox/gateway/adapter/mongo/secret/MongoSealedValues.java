package io.signalbox.gateway.adapter.mongo.secret;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.signalbox.gateway.adapter.mongo.reading.StoreCall;
import io.signalbox.gateway.secret.Sealed;
import io.signalbox.gateway.secret.SealedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Sealed values in a collection.
 *
 * @param values which
 * @param keyField has the id of the key
 * @param valueField has the sealed bytes
 * @param place for which the value of a document's {@code _id} is sealed
 */
public record MongoSealedValues(
        MongoCollection<Document> values, String keyField, String valueField, UnaryOperator<String> place)
        implements SealedValues {
    private static final String ID = "_id";

    @Override
    public Map<String, Long> byKey() {
        return StoreCall.read(() ->
                        values.find().projection(Projections.include(keyField)).into(new ArrayList<>()))
                .stream()
                .collect(Collectors.groupingBy(document -> document.getString(keyField), Collectors.counting()));
    }

    @Override
    public List<Value> notUnder(String key, String after, int most) {
        return StoreCall.read(() -> values.find(and(ne(keyField, key), gt(ID, after)))
                .sort(Sorts.ascending(ID))
                .limit(most)
                .map(this::value)
                .into(new ArrayList<>()));
    }

    @Override
    public boolean replace(Value before, Sealed after) {
        return StoreCall.write(() -> values.updateOne(
                                and(
                                        eq(ID, before.id()),
                                        eq(keyField, before.sealed().key()),
                                        eq(valueField, before.sealed().value())),
                                combine(set(keyField, after.key()), set(valueField, after.value())))
                        .getModifiedCount()
                > 0);
    }

    private Value value(Document document) {
        String id = document.getString(ID);
        Sealed sealed = new Sealed(document.getString(keyField), document.getString(valueField));
        return new Value(id, place.apply(id), sealed);
    }
}
