package io.signalbox.backbone.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;

/** The embedded store, in memory, behind a real socket. */
public final class InMemoryStore implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final InetSocketAddress address = server.bind();
    private final Store store = Store.open(StoreSettings.at("mongodb://127.0.0.1:" + address.getPort(), "test"));

    public Store store() {
        return store;
    }

    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        store.close();
        server.shutdownNow();
    }
}
