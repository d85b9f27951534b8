package io.signalbox.gateway.adapter.mongo;

import io.signalbox.backbone.mongo.Store;
import org.junit.jupiter.api.AfterEach;

class EmbeddedTaskStoreTest implements TaskStoreContract {
    private final EmbeddedStore embedded = EmbeddedStore.start();

    @Override
    public Store store() {
        return embedded.store();
    }

    @AfterEach
    void close() {
        embedded.close();
    }
}
