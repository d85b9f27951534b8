package io.signalbox.gateway.adapter.mongo;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import org.junit.jupiter.api.AfterEach;

@RequiresInfra(Part.MONGODB)
class RealTaskStoreIT implements TaskStoreContract {
    private final Store store;

    RealTaskStoreIT(Infra infra) {
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
