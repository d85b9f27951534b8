package io.signalbox.backbone.mongo.write;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/** Finds out whose guard held, when a bulk answer tells only that fewer updates matched than were sent (C16). */
final class ReadBack {

    private final MongoCollection<RawBsonDocument> collection;

    ReadBack(MongoCollection<RawBsonDocument> collection) {
        this.collection = collection;
    }

    /**
     * Reads the documents of {@code request}.
     *
     * @param applied the outcome of an update that was applied
     * @return the outcome of each update: its mark stands there, or (without a mark) its document exists, or neither
     */
    Function<Write, WriteOutcome> outcomes(List<? extends Write> request, Supplier<WriteOutcome> applied) {
        Map<BsonValue, BsonDocument> found;
        try {
            found = read(request);
        } catch (MongoException e) {
            return _ -> new WriteOutcome.Unknown(e);
        }
        return write -> happened(write, found.get(write.id())) ? applied.get() : new WriteOutcome.Missed();
    }

    private Map<BsonValue, BsonDocument> read(List<? extends Write> request) {
        List<BsonValue> ids = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>(Set.of("_id"));
        for (Write write : request) {
            ids.add(write.id());
            mark(write).ifPresent(mark -> fields.add(mark.field()));
        }
        Map<BsonValue, BsonDocument> found = new HashMap<>();
        collection
                .find(Filters.in("_id", ids))
                .projection(Projections.include(List.copyOf(fields)))
                .forEach(document -> found.put(document.get("_id"), document.decode(new BsonDocumentCodec())));
        return found;
    }

    private static boolean happened(Write write, @Nullable BsonDocument found) {
        return found != null && mark(write).map(mark -> stands(mark, found)).orElse(true);
    }

    private static Optional<Write.Mark> mark(Write write) {
        return switch (write) {
            case Write.Insert _ -> Optional.empty();
            case Write.Update update -> update.mark();
        };
    }

    private static boolean stands(Write.Mark mark, BsonDocument found) {
        return valueAt(found, mark.field()).equals(mark.value());
    }

    private static BsonValue valueAt(BsonDocument document, String path) {
        BsonValue value = document;
        for (String name : path.split("\\.", -1)) {
            value = value.isDocument() ? value.asDocument().get(name, BsonNull.VALUE) : BsonNull.VALUE;
        }
        return value;
    }
}
