package io.signalbox.backbone.mongo.write;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;

@RequiresInfra(Part.MONGODB)
class BatchingWriterIT implements BatchingWriterContract {

    private final Store store;

    BatchingWriterIT(Infra infra) {
        this.store = Store.open(StoreSettings.at(infra.mongodb(), "test"));
    }

    @Override
    public MongoCollection<Document> collection() {
        return store.deciding("things");
    }

    @AfterEach
    void close() {
        collection().drop();
        store.close();
    }
}
