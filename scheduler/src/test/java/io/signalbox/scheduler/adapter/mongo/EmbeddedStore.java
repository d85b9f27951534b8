package io.signalbox.scheduler.adapter.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;

/** The embedded store, in memory. */
final class EmbeddedStore implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final Store store = Store.open(StoreSettings.at(server.bindAndGetConnectionString(), "scheduler-test"));

    Store store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        server.shutdownNow();
    }
}
