package io.signalbox.gateway.adapter.mongo.log;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import org.junit.jupiter.api.AfterEach;

/** C20 and C21 over the real store. */
@RequiresInfra(Part.MONGODB)
class RealLogIT implements MongoLogContract {
    private final Store store;
    private final Chunks chunks;

    RealLogIT(Infra infra) {
        this.store = Store.open(StoreSettings.at(infra.mongodb(), "test"));
        this.chunks = Chunks.of(store);
    }

    @Override
    public Chunks chunks() {
        return chunks;
    }

    @AfterEach
    void close() {
        chunks.close();
        store.database().drop();
        store.close();
    }
}
