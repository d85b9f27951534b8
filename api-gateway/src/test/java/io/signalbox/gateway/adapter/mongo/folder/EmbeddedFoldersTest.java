package io.signalbox.gateway.adapter.mongo.folder;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.adapter.mongo.EmbeddedStore;
import io.signalbox.testkit.time.ManualClock;
import org.junit.jupiter.api.AfterEach;

class EmbeddedFoldersTest implements FoldersContract {
    private final EmbeddedStore embedded = EmbeddedStore.start();
    private final ManualClock clock = ManualClock.started();

    @Override
    public Store store() {
        return embedded.store();
    }

    @Override
    public ManualClock clock() {
        return clock;
    }

    @AfterEach
    void close() {
        embedded.close();
    }
}
