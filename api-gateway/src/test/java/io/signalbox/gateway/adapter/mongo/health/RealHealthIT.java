package io.signalbox.gateway.adapter.mongo.health;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import org.junit.jupiter.api.AfterEach;

@RequiresInfra(Part.MONGODB)
class RealHealthIT implements HealthContract {
    private final Store store;

    RealHealthIT(Infra infra) {
        this.store = Store.open(StoreSettings.at(infra.mongodb(), "health"));
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
