package io.signalbox.gateway.adapter.mongo.webhook;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.EmbeddedStore;
import org.junit.jupiter.api.AfterEach;

class EmbeddedWebhooksTest implements WebhookStoresContract, HandOverContract {
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
