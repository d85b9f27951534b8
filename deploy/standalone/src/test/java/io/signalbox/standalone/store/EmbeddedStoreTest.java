package io.signalbox.standalone.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.backbone.mongo.StoreSettings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

    private final Path folder;
    private EmbeddedStore embedded;
    private Store store;

    EmbeddedStoreTest(@TempDir Path folder) {
        this.folder = folder;
        this.embedded = EmbeddedStore.open(folder);
        this.store = Store.open(StoreSettings.at(embedded.uri(), "test"));
    }

    @AfterEach
    void close() {
        store.close();
        embedded.close();
    }

    private void reopen() {
        close();
        embedded = EmbeddedStore.open(folder);
        store = Store.open(StoreSettings.at(embedded.uri(), "test"));
    }

    private MongoCollection<Document> things() {
        return store.deciding("things");
    }

    @Test
    void documentsAndTheirChangesAreThereAfterReopening() {
        things().insertOne(new Document("_id", "a").append("state", "queued"));
        things().insertOne(new Document("_id", "b").append("state", "queued"));
        things().updateOne(eq("_id", "a"), Updates.set("state", "assigned"));
        things().deleteOne(eq("_id", "b"));

        reopen();

        assertThat(things().find()).containsExactly(new Document("_id", "a").append("state", "assigned"));
    }

    @Test
    void idIsUniqueAlsoAfterReopening() {
        things().insertOne(new Document("_id", "a"));
        reopen();

        assertThatThrownBy(() -> things().insertOne(new Document("_id", "a"))).isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> things().insertOne(new Document("_id", "a"))).hasMessageContaining("E11000");
    }

    @Test
    void schemaIsAcceptedAgainAndAgain() {
        StoreSchema.ensure(store);
        reopen();
        StoreSchema.ensure(store);

        assertThat(store.deciding("tasks").countDocuments()).isZero();
    }

    @Test
    void folderInUseIsSaidInOneLine() {
        assertThatThrownBy(() -> EmbeddedStore.open(folder))
                .isInstanceOf(DataFolderInUse.class)
                .hasMessageContaining(folder.toString())
                .message()
                .doesNotContain("\n");
    }

    /** A document that is changed in many fields at once is never read, nor written to the file, half changed. */
    @Test
    void readerNeverSeesHalfAChange() throws Exception {
        things().insertOne(new Document("_id", "a").append("x", 0).append("y", 0));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> changing = threads.submit(() -> {
                for (int i = 1; i <= 200; i++) {
                    things().updateOne(eq("_id", "a"), Updates.combine(Updates.set("x", i), Updates.set("y", i)));
                }
            });
            do {
                Document seen =
                        Objects.requireNonNull(things().find(eq("_id", "a")).first());
                assertThat(seen.getInteger("x")).isEqualTo(seen.getInteger("y"));
            } while (!changing.isDone());
            changing.get();
        }
    }

    @Test
    void onlyTheIdCanBeUnique() {
        assertThatThrownBy(() -> things().createIndex(
                                new Document("name", 1), new com.mongodb.client.model.IndexOptions().unique(true)))
                .hasMessageContaining("Only _id is unique");
    }
}
