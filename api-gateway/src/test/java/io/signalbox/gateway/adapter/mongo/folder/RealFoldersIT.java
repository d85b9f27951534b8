package io.signalbox.gateway.adapter.mongo.folder;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import io.signalbox.testkit.time.ManualClock;
import org.junit.jupiter.api.AfterEach;

@RequiresInfra(Part.MONGODB)
class RealFoldersIT implements FoldersContract {
    private final Store store;
    private final ManualClock clock = ManualClock.started();

    RealFoldersIT(Infra infra) {
        this.store = Store.open(StoreSettings.at(infra.mongodb(), "test-folders"));
        StoreSchema.ensure(store);
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public ManualClock clock() {
        return clock;
    }

    @AfterEach
    void close() {
        store.database().drop();
        store.close();
    }
}
