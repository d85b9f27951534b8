package io.signalbox.backbone.mongo.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.FaultyProxy;
import io.signalbox.backbone.mongo.InMemoryStore;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.backbone.mongo.write.WriteOutcome.Reason;
import io.signalbox.backbone.mongo.write.WriteOutcome.Refused;
import io.signalbox.backbone.mongo.write.WriteOutcome.Unknown;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** C23: what did not happen, and what nobody knows. */
class StoreOutageTest {

    private static final String NOBODY = "127.0.0.1:1";
    private static final Write INSERT = Write.insert(new Document("_id", "a"));

    @Test
    void writeToAStoreThatNobodyReachesDidNotHappen() {
        try (Store store = storeAt(NOBODY)) {
            assertThat(new BulkWriter(store.deciding("things")).write(List.of(INSERT)))
                    .singleElement()
                    .satisfies(it -> assertRefused(it, Reason.STORE_AWAY));
        }
    }

    @Test
    void writeWhoseAnswerNeverCameIsUnknown() throws IOException {
        try (InMemoryStore inMemory = new InMemoryStore();
                FaultyProxy proxy = new FaultyProxy(inMemory.address());
                Store store = storeAt("127.0.0.1:" + proxy.port())) {
            MongoCollection<Document> things = store.deciding("things");
            things.insertOne(new Document("_id", "before"));
            proxy.mute();

            assertThat(new BulkWriter(things).write(List.of(INSERT)))
                    .singleElement()
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    void stoppingWriterWaitsForNoStoreThatIsAway() {
        try (Store store = storeAt(NOBODY)) {
            BatchingWriter writer = new BatchingWriter(store.deciding("things"), batchesOfOne(), BatchListener.NONE);
            List<CompletableFuture<WriteOutcome>> outcomes = IntStream.range(0, 100)
                    .mapToObj(i -> writer.write(Write.insert(new Document("_id", i))))
                    .toList();
            writer.close();

            assertThat(outcomes)
                    .allSatisfy(it -> assertThat(it).isCompletedWithValueMatching(Refused.class::isInstance));
            assertThat(writer.write(INSERT).join()).satisfies(it -> assertRefused(it, Reason.STOPPED));
        }
    }

    @Test
    void fullBacklogRefusesAtOnce() {
        try (Store store = storeAt(NOBODY);
                BatchingWriter writer =
                        new BatchingWriter(store.deciding("things"), batchesOfOne(), BatchListener.NONE)) {
            List<CompletableFuture<WriteOutcome>> outcomes = IntStream.range(0, 1000)
                    .mapToObj(i -> writer.write(Write.insert(new Document("_id", i))))
                    .toList();
            assertThat(outcomes)
                    .filteredOn(CompletableFuture::isDone)
                    .anySatisfy(it -> assertRefused(it.join(), Reason.BACKLOG_FULL));
        }
    }

    @Test
    void writeWhoseCallerHasGoneIsNeverSent() throws IOException {
        try (InMemoryStore inMemory = new InMemoryStore()) {
            try (FaultyProxy proxy = new FaultyProxy(inMemory.address());
                    Store store = storeAt("127.0.0.1:" + proxy.port());
                    BatchingWriter writer =
                            new BatchingWriter(store.deciding("things"), batchesOfOne(), BatchListener.NONE)) {
                writer.write(Write.insert(new Document("_id", "before"))).join();
                proxy.mute();
                CompletableFuture<WriteOutcome> blocking = writer.write(Write.insert(new Document("_id", "blocking")));
                writer.write(Write.insert(new Document("_id", "given up"))).cancel(false);
                blocking.join();
            }
            assertThat(inMemory.store().deciding("things").distinct("_id", String.class))
                    .contains("before")
                    .doesNotContain("given up");
        }
    }

    private static Store storeAt(String address) {
        return Store.open(new StoreSettings(
                new ConnectionString("mongodb://" + address), "test", Duration.ofMillis(500), Duration.ofMillis(500)));
    }

    private static Backlog batchesOfOne() {
        return new Backlog(100, 1L << 20, 1);
    }

    private static void assertRefused(WriteOutcome outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }
}
