package io.signalbox.gateway.adapter.mongo.log;

import io.signalbox.gateway.adapter.mongo.EmbeddedStore;
import org.junit.jupiter.api.AfterEach;

/** C20 and C21 over the store in memory that stands for the embedded one. */
class EmbeddedLogTest implements MongoLogContract {
    private final EmbeddedStore embedded = EmbeddedStore.start();
    private final Chunks chunks = Chunks.of(embedded.store());

    @Override
    public Chunks chunks() {
        return chunks;
    }

    @AfterEach
    void close() {
        chunks.close();
        embedded.close();
    }
}
