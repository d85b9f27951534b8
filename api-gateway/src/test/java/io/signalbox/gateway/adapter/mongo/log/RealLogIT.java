package io.signalbox.gateway.adapter.mongo.log;

import static io.signalbox.gateway.log.Logs.ATTEMPT;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void onlyWhatAMajorityHoldsIsRead() {
        MongoDatabase database = store.database();
        database.runCommand(new Document("profile", 2));
        chunks.store().tail(ATTEMPT);
        chunks.store().from(ATTEMPT, 0, 1);
        database.runCommand(new Document("profile", 0));

        assertThat(database.getCollection("system.profile")
                        .find(new Document("op", "query").append("ns", database.getName() + ".log_chunks")))
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        seen -> assertThat(seen.getEmbedded(List.of("command", "readConcern", "level"), String.class))
                                .isEqualTo("majority"));
    }

    @AfterEach
    void close() {
        chunks.close();
        store.database().drop();
        store.close();
    }
}
