package io.signalbox.gateway.adapter.mongo.webhook;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import org.junit.jupiter.api.AfterEach;

@RequiresInfra(Part.MONGODB)
class RealWebhooksIT implements WebhookStoresContract, HandOverContract {
    private final Store store;

    RealWebhooksIT(Infra infra) {
        this.store = Store.open(StoreSettings.at(infra.mongodb(), "test"));
        StoreSchema.ensure(store);
    }

    @Override
    public Store store() {
        return store;
    }

    @AfterEach
    void close() {
        store.database().drop();
        store.close();
    }
}
