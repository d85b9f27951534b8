package io.signalbox.backbone.mongo.write;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.InMemoryStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;

class BatchingWriterTest implements BatchingWriterContract {

    private final InMemoryStore inMemory = new InMemoryStore();

    @Override
    public MongoCollection<Document> collection() {
        return inMemory.store().deciding("things");
    }

    @AfterEach
    void close() {
        inMemory.close();
    }
}
