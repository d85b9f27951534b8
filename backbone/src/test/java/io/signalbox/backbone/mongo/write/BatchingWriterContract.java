package io.signalbox.backbone.mongo.write;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.write.Write.Mark;
import io.signalbox.backbone.mongo.write.WriteOutcome.Duplicate;
import io.signalbox.backbone.mongo.write.WriteOutcome.Missed;
import io.signalbox.backbone.mongo.write.WriteOutcome.Reason;
import io.signalbox.backbone.mongo.write.WriteOutcome.Refused;
import io.signalbox.backbone.mongo.write.WriteOutcome.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What group commit promises, on whatever store. */
interface BatchingWriterContract {

    /** An empty collection of the store under test. */
    MongoCollection<Document> collection();

    @Test
    default void insertIsStored() throws Exception {
        try (BatchingWriter writer = writer()) {
            assertThat(get(writer.write(Write.insert(new Document("_id", "a").append("x", 1)))))
                    .isEqualTo(new Written());
        }
        assertThat(collection().find().first()).isEqualTo(new Document("_id", "a").append("x", 1));
    }

    @Test
    default void duplicateIsItsCallersAnswerAlone() throws Exception {
        collection().insertOne(new Document("_id", "7"));
        List<CompletableFuture<WriteOutcome>> outcomes = new ArrayList<>();
        try (BatchingWriter writer = writer()) {
            for (int i = 0; i < 20; i++) {
                outcomes.add(writer.write(Write.insert(new Document("_id", "" + i))));
            }
        }
        for (int i = 0; i < 20; i++) {
            assertThat(get(outcomes.get(i))).isEqualTo(i == 7 ? new Duplicate() : new Written());
        }
    }

    @Test
    default void guardTellsWhoseUpdateHappened() throws Exception {
        for (int i = 0; i < 20; i++) {
            collection().insertOne(new Document("_id", "" + i).append("version", (long) (i % 2)));
        }
        List<CompletableFuture<WriteOutcome>> outcomes = new ArrayList<>();
        try (BatchingWriter writer = writer()) {
            for (int i = 0; i < 20; i++) {
                outcomes.add(writer.write(raise("" + i, 1)));
            }
        }
        for (int i = 0; i < 20; i++) {
            assertThat(get(outcomes.get(i))).isEqualTo(i % 2 == 1 ? new Written() : new Missed());
        }
    }

    @Test
    default void guardedUpdatesOfOneDocumentKeepTheirOutcomesApart() throws Exception {
        collection().insertOne(new Document("_id", "a").append("version", 0L));
        List<CompletableFuture<WriteOutcome>> outcomes;
        try (BatchingWriter writer = writer()) {
            outcomes = IntStream.of(0, 1, 5, 2)
                    .mapToObj(from -> writer.write(raise("a", from)))
                    .toList();
        }
        assertThat(get(outcomes.get(0))).isEqualTo(new Written());
        assertThat(get(outcomes.get(1))).isEqualTo(new Written());
        assertThat(get(outcomes.get(2))).isEqualTo(new Missed());
        assertThat(get(outcomes.get(3))).isEqualTo(new Written());
    }

    @Test
    default void updateByIdOfAMissingDocumentMissesAndInsertsNothing() throws Exception {
        collection().insertOne(new Document("_id", "a"));
        try (BatchingWriter writer = writer()) {
            CompletableFuture<WriteOutcome> there = writer.write(Write.update("a", Updates.inc("slots.3.beat", 1)));
            CompletableFuture<WriteOutcome> gone = writer.write(Write.update("b", Updates.inc("slots.3.beat", 1)));
            assertThat(get(there)).isEqualTo(new Written());
            assertThat(get(gone)).isEqualTo(new Missed());
        }
        assertThat(collection().countDocuments()).isEqualTo(1);
    }

    @Test
    default void markMayLieDeepInTheDocument() throws Exception {
        collection().insertOne(new Document("_id", "a").append("slots", new Document("3", new Document("sync", 4L))));
        try (BatchingWriter writer = writer()) {
            assertThat(get(writer.write(syncTo(5)))).isEqualTo(new Written());
            assertThat(get(writer.write(syncTo(2)))).isEqualTo(new Missed());
        }
    }

    @Test
    default void placesOfOneDocumentAreMarkedIndependently() throws Exception {
        collection().insertOne(new Document("_id", "a").append("p1", 0L).append("p2", 5L));
        List<CompletableFuture<WriteOutcome>> outcomes;
        try (BatchingWriter writer = writer()) {
            outcomes = List.of("p1", "p2").stream()
                    .map(place -> writer.write(Write.guarded(
                            "a", Filters.lt(place, 3L), Updates.set(place, 3L), new Mark(place, new BsonInt64(3)))))
                    .toList();
        }
        assertThat(get(outcomes.get(0))).isEqualTo(new Written());
        assertThat(get(outcomes.get(1))).isEqualTo(new Missed());
    }

    @Test
    default void tooLargeDocumentIsRefusedAlone() throws Exception {
        Document large = new Document("_id", "large").append("data", new byte[17 * 1024 * 1024]);
        try (BatchingWriter writer = writer()) {
            CompletableFuture<WriteOutcome> refused = writer.write(Write.insert(large));
            CompletableFuture<WriteOutcome> written = writer.write(Write.insert(new Document("_id", "small")));
            assertThat(get(refused))
                    .isInstanceOfSatisfying(
                            Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.REJECTED));
            assertThat(get(written)).isEqualTo(new Written());
        }
    }

    @Test
    default void largeDocumentsAreDividedIntoRequests() throws Exception {
        Backlog backlog = new Backlog(100, 1L << 30, 500);
        List<CompletableFuture<WriteOutcome>> outcomes = new ArrayList<>();
        try (BatchingWriter writer = new BatchingWriter(collection(), backlog, BatchListener.NONE)) {
            for (int i = 0; i < 9; i++) {
                outcomes.add(writer.write(
                        Write.insert(new Document("_id", "" + i).append("data", new byte[8 * 1024 * 1024]))));
            }
        }
        for (CompletableFuture<WriteOutcome> outcome : outcomes) {
            assertThat(get(outcome)).isEqualTo(new Written());
        }
    }

    /** Many callers raise a few counters by compare-and-set: each write that is called written counts exactly once. */
    @Test
    default void noUpdateIsLost() throws Exception {
        List<String> ids = List.of("a", "b", "c", "d");
        ids.forEach(id -> collection().insertOne(new Document("_id", id).append("version", 0L)));
        List<Future<Integer>> written = new ArrayList<>();
        try (BatchingWriter writer = writer();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 16; caller++) {
                String id = ids.get(caller % ids.size());
                String name = "caller " + caller;
                written.add(callers.submit(() -> raiseRepeatedly(writer, id, name)));
            }
        }
        for (int i = 0; i < ids.size(); i++) {
            long counted = 0;
            for (int caller = i; caller < 16; caller += ids.size()) {
                counted += written.get(caller).get();
            }
            assertThat(find(ids.get(i)).getLong("version")).isEqualTo(counted).isPositive();
        }
    }

    private int raiseRepeatedly(BatchingWriter writer, String id, String caller) throws Exception {
        int written = 0;
        for (int i = 0; i < 25; i++) {
            String mark = caller + ", write " + i;
            Write raise = Write.guarded(
                    id,
                    Filters.eq("version", find(id).getLong("version")),
                    Updates.combine(Updates.inc("version", 1L), Updates.set("commit", mark)),
                    new Mark("commit", new BsonString(mark)));
            if (get(writer.write(raise)) instanceof Written) {
                written++;
            }
        }
        return written;
    }

    private Document find(String id) {
        return Objects.requireNonNull(collection().find(Filters.eq("_id", id)).first());
    }

    private BatchingWriter writer() {
        return new BatchingWriter(collection(), Backlog.USUAL, BatchListener.NONE);
    }

    private static WriteOutcome get(Future<WriteOutcome> outcome) throws Exception {
        return outcome.get(20, SECONDS);
    }

    private static Write raise(String id, long from) {
        return Write.guarded(
                id,
                Filters.eq("version", from),
                Updates.combine(Updates.set("version", from + 1), Updates.set("commit", "from " + from)),
                new Mark("commit", new BsonString("from " + from)));
    }

    private static Write syncTo(long sync) {
        return Write.guarded(
                "a",
                Filters.lt("slots.3.sync", sync),
                Updates.set("slots.3.sync", sync),
                new Mark("slots.3.sync", new BsonInt64(sync)));
    }
}
