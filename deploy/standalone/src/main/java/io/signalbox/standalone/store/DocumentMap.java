package io.signalbox.standalone.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one collection by {@code _id}: the only map that it has, so that a change of a document is one change
 * of one map, and no crash can leave two maps apart. Documents in it are never changed; they are replaced.
 */
final class DocumentMap {

    private static final Set<String> RANGE = Set.of("$gt", "$gte", "$lt", "$lte");

    private final MVMap<Object, Document> map;

    DocumentMap(MVMap<Object, Document> map) {
        this.map = map;
    }

    /** The place of a document with this {@code _id}; numbers of all types that are equal have the same. */
    static Object keyOf(@Nullable Object id) {
        return switch (id) {
            case Integer number -> number.longValue();
            case Double number when number.longValue() == number -> number.longValue();
            case null, default -> Missing.ofNullable(id);
        };
    }

    @Nullable
    Document get(Object key) {
        return map.get(key);
    }

    void put(Object key, Document document) {
        map.put(key, document);
    }

    void remove(Object key) {
        map.remove(key);
    }

    int size() {
        return map.size();
    }

    Stream<Document> all() {
        return map.values().stream();
    }

    Stream<Object> keys() {
        return map.keySet().stream();
    }

    /** All documents in {@code order}; empty when they do not lie in it, or none is wanted. */
    Optional<Stream<Document>> ordered(IdOrder order) {
        Object first = map.firstKey();
        boolean alike = first != null && first.getClass().isInstance(map.lastKey());
        return order != IdOrder.NONE && alike && isOrdered(first)
                ? Optional.of(pieceOf(first.getClass(), null, null, order))
                : Optional.empty();
    }

    /**
     * The documents that can fit {@code query} as far as its {@code _id} tells, in {@code order}; empty when it tells
     * nothing.
     */
    Optional<Stream<Document>> narrowed(Document query, IdOrder order) {
        if (query.containsKey("_id")) {
            return fitting(query.get("_id"), order);
        }
        return query.get("$and") instanceof Collection<?> conditions ? fittingAll(conditions, order) : Optional.empty();
    }

    /** What fits all conditions fits each: the first exact one is enough, and ranges narrow each other. */
    private Optional<Stream<Document>> fittingAll(Collection<?> conditions, IdOrder order) {
        Document ranges = new Document();
        for (Object condition : conditions) {
            if (condition instanceof Document named && named.containsKey("_id")) {
                if (named.get("_id") instanceof Document range && isRange(range)) {
                    ranges.putAll(range);
                } else {
                    return fitting(named.get("_id"), order);
                }
            }
        }
        return isRange(ranges) ? range(ranges, order) : Optional.empty();
    }

    private Optional<Stream<Document>> fitting(@Nullable Object id, IdOrder order) {
        return switch (id) {
            case null -> Optional.empty();
            case BsonRegularExpression _ -> Optional.empty();
            case Document condition when isRange(condition) -> range(condition, order);
            case Document condition when condition.keySet().equals(Set.of("$in")) -> among(condition.get("$in"), order);
            case Document condition
            when condition.keySet().stream().anyMatch(it -> it.startsWith("$")) -> Optional.empty();
            default -> Optional.of(existing(keyOf(id)));
        };
    }

    private Optional<Stream<Document>> among(@Nullable Object ids, IdOrder order) {
        if (!(ids instanceof Collection<?> several)
                || several.stream().anyMatch(BsonRegularExpression.class::isInstance)) {
            return Optional.empty();
        }
        Comparator<Object> byKey = map.getKeyType();
        return Optional.of(several.stream()
                .map(DocumentMap::keyOf)
                .distinct()
                .sorted(order == IdOrder.DESCENDING ? byKey.reversed() : byKey)
                .flatMap(this::existing));
    }

    Stream<Document> existing(Object key) {
        Document document = map.get(key);
        return document == null ? Stream.empty() : Stream.of(document);
    }

    private static boolean isRange(Document condition) {
        return !condition.isEmpty() && RANGE.containsAll(condition.keySet());
    }

    private Optional<Stream<Document>> range(Document condition, IdOrder order) {
        Object lower = bound(condition, "$gt", "$gte");
        Object upper = bound(condition, "$lt", "$lte");
        Object known = lower == null ? upper : lower;
        return known != null && isOrdered(known)
                ? Optional.of(pieceOf(known.getClass(), lower, upper, order))
                : Optional.empty();
    }

    /** Texts lie together, and so do whole numbers, unless there are fractions, which lie elsewhere. */
    private boolean isOrdered(Object key) {
        return key instanceof String
                || (key instanceof Long && !(map.ceilingKey(Double.NEGATIVE_INFINITY) instanceof Double));
    }

    private Stream<Document> pieceOf(Class<?> type, @Nullable Object lower, @Nullable Object upper, IdOrder order) {
        boolean texts = type == String.class;
        Object from = lower == null ? (texts ? "" : Long.MIN_VALUE) : lower;
        Object to = upper == null ? (texts ? map.lastKey() : Long.MAX_VALUE) : upper;
        boolean descending = order == IdOrder.DESCENDING;
        Cursor<Object, Document> cursor = map.cursor(descending ? to : from, descending ? from : to, descending);
        Spliterator<Object> keys = Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED);
        return StreamSupport.stream(keys, false).filter(type::isInstance).map(_ -> cursor.getValue());
    }

    private static @Nullable Object bound(Document condition, String exclusive, String inclusive) {
        Object id = condition.getOrDefault(inclusive, condition.get(exclusive));
        return id == null ? null : keyOf(id);
    }
}
