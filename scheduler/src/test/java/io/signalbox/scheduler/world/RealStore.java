package io.signalbox.scheduler.world;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.testkit.infra.Infra;

/** The test class's own database in a real MongoDB; emptied when it is closed. */
public final class RealStore implements AutoCloseable {

    private final Store store;

    public RealStore(Infra infra) {
        store = Store.open(StoreSettings.at(infra.mongodb(), "scheduler-test"));
    }

    public Store store() {
        return store;
    }

    @Override
    public void close() {
        store.database().drop();
        store.close();
    }
}
