package io.signalbox.standalone.store;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.gateway.adapter.mongo.log.MongoLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** C20 and C21 over the store of the standalone, on disk as it is shipped. */
class EmbeddedLogTest implements MongoLogContract {
    private final EmbeddedStore embedded;
    private final Store store;
    private final Chunks chunks;

    EmbeddedLogTest(@TempDir Path folder) {
        this.embedded = EmbeddedStore.open(folder);
        this.store = Store.open(StoreSettings.at(embedded.uri(), "test"));
        StoreSchema.ensure(store);
        this.chunks = Chunks.of(store);
    }

    @Override
    public Chunks chunks() {
        return chunks;
    }

    @AfterEach
    void close() {
        chunks.close();
        store.close();
        embedded.close();
    }
}
