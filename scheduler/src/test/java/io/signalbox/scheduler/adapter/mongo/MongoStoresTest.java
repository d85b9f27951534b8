package io.signalbox.scheduler.adapter.mongo;

import io.signalbox.backbone.mongo.Store;
import org.junit.jupiter.api.AfterEach;

class MongoStoresTest extends MongoStoresContract {

    private final EmbeddedStore embedded = new EmbeddedStore();

    @Override
    Store store() {
        return embedded.store();
    }

    @AfterEach
    void close() {
        embedded.close();
    }
}
