package io.signalbox.gateway.adapter.mongo.secret;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import org.junit.jupiter.api.AfterEach;

@RequiresInfra(Part.MONGODB)
class RealChangeKeyIT implements ChangeKeyContract {
    private final Store store;

    RealChangeKeyIT(Infra infra) {
        this.store = Store.open(StoreSettings.at(infra.mongodb(), "test"));
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
