package io.signalbox.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One collection. Changes exclude each other; readers exclude nobody: they see documents as they were stored, and get
 * copies, so that neither a later change nor a commit that is being written meets a document half changed.
 */
final class EmbeddedCollection extends AbstractMongoCollection<Object> {

    private final DocumentMap documents;
    private final List<FieldIndex> fieldIndexes = new ArrayList<>();

    EmbeddedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            DocumentMap documents) {
        super(database, name, options, cursors);
        this.documents = documents;
        addIndex(new IdIndex(documents));
    }

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> inserted, boolean isOrdered) {
        return super.insertDocuments(inserted, isOrdered);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean isMulti, boolean isUpsert, Oplog oplog) {
        return super.updateDocuments(selector, update, filters, isMulti, isUpsert, oplog);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return super.deleteDocuments(selector, limit, oplog);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    @Override
    public synchronized void addIndex(Index<Object> index) {
        boolean known = getIndexes().stream().anyMatch(it -> it.getName().equals(index.getName()));
        super.addIndex(index);
        if (!known && index instanceof FieldIndex fieldIndex) {
            fieldIndexes.add(fieldIndex);
        }
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        fieldIndexes.removeIf(it -> it.getName().equals(name));
    }

    /** Looks where the query's {@code _id} points to, else where an index does, and only without one at everything. */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        IdOrder order = IdOrder.of(orderBy);
        Optional<Stream<Document>> byId = documents.narrowed(query, order);
        Optional<Stream<Document>> byField = byId.isPresent() ? Optional.empty() : indexed(query);
        Optional<Stream<Document>> inOrder = byId.isPresent() || byField.isPresent() ? byId : documents.ordered(order);
        return matchDocumentsFromStream(
                inOrder.or(() -> byField).orElseGet(documents::all),
                query,
                inOrder.isPresent() && order != IdOrder.NONE ? null : orderBy,
                skip,
                limit,
                batchSize,
                projection);
    }

    /** The fewest documents that one of the indexes can narrow {@code query} down to. */
    private synchronized Optional<Stream<Document>> indexed(Document query) {
        Map<String, @Nullable Object> conditions = conditions(query);
        return fieldIndexes.stream()
                .filter(index -> conditions.containsKey(index.field()))
                .map(index -> filled(index).among(conditions.get(index.field())))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Set::size))
                .map(positions -> List.copyOf(positions).stream().flatMap(documents::existing));
    }

    private FieldIndex filled(FieldIndex index) {
        if (!index.isFilled()) {
            index.fill(documents.all());
        }
        return index;
    }

    /** What must hold of single fields, whether the query says it directly or within {@code $and}. */
    private static Map<String, @Nullable Object> conditions(Document query) {
        Map<String, @Nullable Object> conditions = new HashMap<>(query);
        if (query.get("$and") instanceof Collection<?> all) {
            all.stream().filter(Document.class::isInstance).forEach(each -> conditions.putAll((Document) each));
        }
        return conditions;
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        return super.createQueryResult(
                matched.stream().map(Document::cloneDeeply).toList(), batchSize);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Object key = DocumentMap.keyOf(document.get("_id"));
        documents.put(key, document);
        return key;
    }

    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        documents.put(position, newDocument);
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        return documents.get(position);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.keys().map(key -> new DocumentWithPosition<>(Objects.requireNonNull(documents.get(key)), key));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.size() == 0;
    }

    /** A size that is kept beside the documents could disagree with them after a crash, and nobody asks for it. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        // Not kept.
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
