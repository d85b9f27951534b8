package io.signalbox.gateway.adapter.mongo.secret;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.EmbeddedStore;
import org.junit.jupiter.api.AfterEach;

class EmbeddedChangeKeyTest implements ChangeKeyContract {
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
