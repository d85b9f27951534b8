package io.signalbox.backbone.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Indexes;
import io.signalbox.model.store.CollectionNames;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StoreSchemaTest {

    @Test
    void indexesAreMadeOnceHoweverOftenItIsAsked() {
        try (InMemoryStore inMemory = new InMemoryStore()) {
            Store store = inMemory.store();
            StoreSchema.ensure(store);
            int first = indexesOfTasks(store);
            StoreSchema.ensure(store);

            assertThat(indexesOfTasks(store)).isEqualTo(first).isGreaterThan(1);
        }
    }

    @Test
    void noIndexIsUniqueOrExpiresDocuments() {
        try (InMemoryStore inMemory = new InMemoryStore()) {
            StoreSchema.ensure(inMemory.store());

            assertThat(inMemory.store().deciding(CollectionNames.TASKS).listIndexes())
                    .noneMatch(index -> index.getBoolean("unique", false) || index.containsKey("expireAfterSeconds"));
        }
    }

    @Test
    void indexOfAnEarlierReleaseIsDropped() {
        try (InMemoryStore inMemory = new InMemoryStore()) {
            Store store = inMemory.store();
            store.deciding(CollectionNames.REPORTS).createIndex(Indexes.ascending("kind", "_id"));
            StoreSchema.ensure(store);

            assertThat(store.deciding(CollectionNames.REPORTS).listIndexes())
                    .extracting(index -> index.getString("name"))
                    .containsExactly("_id_");
        }
    }

    private static int indexesOfTasks(Store store) {
        return store.deciding(CollectionNames.TASKS)
                .listIndexes(Document.class)
                .into(new java.util.ArrayList<>())
                .size();
    }
}
