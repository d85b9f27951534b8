package io.signalbox.standalone.store;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.gateway.adapter.mongo.webhook.HandOverContract;
import io.signalbox.gateway.adapter.mongo.webhook.WebhookStoresContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks over the store of the standalone, on disk as it is shipped. */
class EmbeddedWebhooksTest implements WebhookStoresContract, HandOverContract {
    private final EmbeddedStore embedded;
    private final Store store;

    EmbeddedWebhooksTest(@TempDir Path folder) {
        this.embedded = EmbeddedStore.open(folder);
        this.store = Store.open(StoreSettings.at(embedded.uri(), "test"));
        StoreSchema.ensure(store);
    }

    @Override
    public Store store() {
        return store;
    }

    @AfterEach
    void close() {
        store.close();
        embedded.close();
    }
}
