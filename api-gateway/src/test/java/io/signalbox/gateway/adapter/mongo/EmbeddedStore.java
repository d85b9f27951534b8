package io.signalbox.gateway.adapter.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;

/** A store in memory, of one test's own. */
public record EmbeddedStore(MongoServer server, Store store) implements AutoCloseable {

    /** Starts one. */
    public static EmbeddedStore start() {
        MongoServer server = new MongoServer(new MemoryBackend());
        return new EmbeddedStore(server, Store.open(StoreSettings.at(server.bindAndGetConnectionString(), "test")));
    }

    @Override
    public void close() {
        store.close();
        server.shutdownNow();
    }
}
