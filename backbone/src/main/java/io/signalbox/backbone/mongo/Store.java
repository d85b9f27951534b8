package io.signalbox.backbone.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.Document;

/**
 * The process's one connection to the document store.
 *
 * <p>There are two ways to read, and each place in the code says which it needs (C23): {@link #deciding} for what the
 * process acts upon, {@link #leaving} for what is shown outside. Safe for use by many threads; methods do no I/O.
 */
public final class Store implements AutoCloseable {

    private static final int COMMAND_NOT_FOUND = 59;

    private final StoreSettings settings;
    private final MongoClient client;

    private Store(StoreSettings settings, MongoClient client) {
        this.settings = settings;
        this.client = client;
    }

    /** Opens the store. Does not wait for it: the first operation does, within the selection time-out. */
    public static Store open(StoreSettings settings) {
        return new Store(settings, MongoClients.create(settings.toClientSettings()));
    }

    /**
     * A collection for deciding: read from the primary, after an own write that a majority acknowledged. Such a read
     * sees every write that was acknowledged before it began; what it sees may still be rolled back.
     */
    public MongoCollection<Document> deciding(String collection) {
        return database().getCollection(collection);
    }

    /** A collection for what leaves the system (API, feed, webhooks): only what a majority holds. */
    public MongoCollection<Document> leaving(String collection) {
        return deciding(collection).withReadConcern(ReadConcern.MAJORITY);
    }

    /** The database, with the concerns of {@link #deciding}. */
    public MongoDatabase database() {
        return client.getDatabase(settings.database());
    }

    /** The driver's client, for Spring Data's repositories of the cold collections. */
    public MongoClient client() {
        return client;
    }

    /** The store's time, measured on this process's monotonic clock; to be started by its owner. */
    public StoreClock clock() {
        return new StoreClock(() -> storeTime(client.getDatabase("admin")), System::nanoTime);
    }

    /** Ends all connections; idempotent. What is under way elsewhere ends with an unknown outcome. */
    @Override
    public void close() {
        client.close();
    }

    /** {@code hello} is the command's name from 5.0 on; the embedded store knows only the older one. */
    private static Instant storeTime(MongoDatabase admin) {
        try {
            return localTime(admin, "hello");
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != COMMAND_NOT_FOUND) {
                throw e;
            }
            return localTime(admin, "isMaster");
        }
    }

    private static Instant localTime(MongoDatabase admin, String command) {
        BsonDocument answer = admin.runCommand(new Document(command, 1), BsonDocument.class);
        return Instant.ofEpochMilli(answer.getDateTime("localTime").getValue());
    }
}
