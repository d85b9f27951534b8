package io.signalbox.scheduler.adapter.mongo;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.scheduler.world.RealStore;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import org.junit.jupiter.api.AfterEach;

@RequiresInfra(Part.MONGODB)
class MongoStoresIT extends MongoStoresContract {

    private final RealStore real;

    MongoStoresIT(Infra infra) {
        real = new RealStore(infra);
    }

    @Override
    Store store() {
        return real.store();
    }

    @AfterEach
    void close() {
        real.close();
    }
}
