package io.signalbox.backbone.mongo.write;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.write.WriteOutcome.Reason;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;

/**
 * Group commit for one collection: what arrives while a write is under way makes up the next one.
 *
 * <p>An idle system pays one round trip for a write, a loaded one shares it among hundreds; each caller still gets its
 * own outcome. Inserts and updates travel in lanes of their own, so an update of a document is to be made when its
 * insert was acknowledged. A write whose future was cancelled, or otherwise completed, by its caller is dropped if it
 * was not sent yet (C26). Safe for use by many threads; no thread is held while a write waits.
 */
public final class BatchingWriter implements AutoCloseable {

    private final WriteLane inserts;
    private final WriteLane updates;

    /**
     * @param collection a collection for {@linkplain io.signalbox.backbone.mongo.Store#deciding deciding}
     * @param backlog how much may wait, for inserts and for updates each
     * @param listener hears of each bulk write
     */
    public BatchingWriter(MongoCollection<Document> collection, Backlog backlog, BatchListener listener) {
        BulkWriter writer = new BulkWriter(collection);
        String name = collection.getNamespace().getCollectionName();
        this.inserts = new WriteLane(name, writer, backlog, listener);
        this.updates = new WriteLane(name, writer, backlog, listener);
    }

    /**
     * Takes {@code write} into the next bulk write.
     *
     * @return its outcome, never completed with an exception. What depends on it runs in the writing thread and must be
     *     short, or use the {@code Async} methods
     */
    public CompletableFuture<WriteOutcome> write(Write write) {
        if (write.bytes() > WriteLimits.DOCUMENT_BYTES) {
            return CompletableFuture.completedFuture(new WriteOutcome.Refused(
                    Reason.REJECTED,
                    "Document " + write.id() + " has " + write.bytes() + " bytes, at most " + WriteLimits.DOCUMENT_BYTES
                            + " fit"));
        }
        return switch (write) {
            case Write.Insert _ -> inserts.add(write);
            case Write.Update _ -> updates.add(write);
        };
    }

    /**
     * Stops in order: refuses new writes, writes what waits, and returns when each has its outcome. Idempotent. As soon
     * as the store does not answer, what still waits is refused.
     */
    @Override
    public void close() {
        inserts.close();
        updates.close();
    }
}
