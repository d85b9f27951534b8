package io.signalbox.gateway.adapter.mongo.reading;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Inserts of cold collections, where a repeat is no error. */
public final class Inserts {
    private Inserts() {}

    /**
     * Inserts {@code document} unless one with its {@code _id} is there; blocks for a round trip.
     *
     * @return whether it was inserted
     */
    public static boolean ifAbsent(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
