package io.signalbox.gateway.adapter.mongo.relay;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import org.junit.jupiter.api.AfterEach;

class RelayStoreTest implements RelayStoreContract {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final Store store = Store.open(StoreSettings.at(server.bindAndGetConnectionString(), "test"));

    @Override
    public Store store() {
        return store;
    }

    @AfterEach
    void close() {
        store.close();
        server.shutdownNow();
    }
}
