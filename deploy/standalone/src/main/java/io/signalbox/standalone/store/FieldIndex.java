package io.signalbox.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents are whose field has a value: an index in memory by the first field of a declared one. It is filled
 * when a query first asks for it, so that nobody waits for one that is never used, and nothing of it is in the file.
 * Not safe for use by many threads: its collection guards it.
 */
final class FieldIndex extends Index<Object> {

    private final String field;
    private final Map<Object, Set<Object>> positions = new HashMap<>();
    private boolean filled;

    FieldIndex(String name, List<IndexKey> keys) {
        super(name, List.of(keys.getFirst()), true);
        this.field = keys.getFirst().getKey();
    }

    String field() {
        return field;
    }

    boolean isFilled() {
        return filled;
    }

    void fill(Stream<Document> documents) {
        filled = true;
        documents.forEach(document -> add(document, DocumentMap.keyOf(document.get("_id"))));
    }

    /** Where the documents are that can fit {@code condition} on the field; empty when the index cannot tell. */
    Optional<Set<Object>> among(@Nullable Object condition) {
        if (!(condition instanceof Document operators)) {
            return valueOf(condition).map(this::at);
        }
        if (operators.keySet().equals(Set.of("$in")) && operators.get("$in") instanceof Collection<?> values) {
            return amongAll(values);
        }
        return operators.keySet().equals(Set.of("$gt")) && "".equals(operators.get("$gt"))
                ? Optional.of(texts())
                : Optional.empty();
    }

    private Optional<Set<Object>> amongAll(Collection<?> values) {
        Set<Object> found = new LinkedHashSet<>();
        for (Object each : values) {
            Optional<Object> value = valueOf(each);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(at(value.get()));
        }
        return Optional.of(found);
    }

    private Set<Object> texts() {
        Set<Object> found = new LinkedHashSet<>();
        positions.forEach((value, there) -> {
            if (value instanceof String) {
                found.addAll(there);
            }
        });
        return found;
    }

    private Set<Object> at(Object value) {
        return positions.getOrDefault(value, Set.of());
    }

    /** A value as the index has it; empty for what it does not tell apart as a query does, such as null and arrays. */
    private static Optional<Object> valueOf(@Nullable Object value) {
        return switch (value) {
            case String text -> Optional.of(text);
            case Boolean truth -> Optional.of(truth);
            case Instant instant -> Optional.of(instant);
            case Integer number -> Optional.of(number.doubleValue());
            case Long number when number == (long) number.doubleValue() -> Optional.of(number.doubleValue());
            case null, default -> Optional.empty();
        };
    }

    private void add(Document document, Object position) {
        for (KeyValue value : getKeyValues(document)) {
            if (value.get(0) != null) {
                positions
                        .computeIfAbsent(value.get(0), _ -> new LinkedHashSet<>())
                        .add(position);
            }
        }
    }

    private void drop(Document document, Object position) {
        for (KeyValue value : getKeyValues(document)) {
            positions.computeIfPresent(value.get(0), (_, there) -> {
                there.remove(position);
                return there.isEmpty() ? null : there;
            });
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        if (filled) {
            add(document, position);
        }
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        if (filled) {
            drop(oldDocument, position);
            add(newDocument, position);
        }
    }

    /** The position is the other index's answer. */
    @Override
    public @Nullable Object remove(Document document) {
        if (filled) {
            drop(document, DocumentMap.keyOf(document.get("_id")));
        }
        return null;
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
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

    /** Never empty: it is filled when it is asked for, not when it is declared. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // It forbids nothing.
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        // It forbids nothing.
    }

    @Override
    public void drop() {
        positions.clear();
    }
}
