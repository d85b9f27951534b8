package io.signalbox.standalone.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the embedded store looks only at some documents, it finds what it would find by looking at all of them. */
class NarrowedQueriesTest {

    private static final List<String> STATES = List.of("queued", "assigned", "running", "passed");
    private static final List<Bson> ORDERS = List.of(Sorts.ascending("_id"), Sorts.descending("_id"));

    private final EmbeddedStore embedded;
    private final Store store;

    NarrowedQueriesTest(@TempDir Path folder) {
        this.embedded = EmbeddedStore.open(folder);
        this.store = Store.open(StoreSettings.at(embedded.uri(), "test"));
    }

    @AfterEach
    void close() {
        store.close();
        embedded.close();
    }

    @Test
    void byId() {
        MongoCollection<Document> things = store.deciding("things");
        for (int i = 0; i < 60; i++) {
            things.insertOne(copied("k%02d".formatted(i), i));
            things.insertOne(copied((long) i, i));
        }
        List.of(
                        eq("%s", "k07"),
                        eq("%s", 7.0),
                        in("%s", "k07", "missing", "k03", 5),
                        and(gte("%s", "k10"), lt("%s", "k20")),
                        new Document("%s", new Document("$gte", "k10").append("$lt", "k20")),
                        gt("%s", "k50"),
                        lte("%s", "k05"),
                        and(gt("%s", 10L), lte("%s", 20L)),
                        gt("%s", 50),
                        lt("%s", 5),
                        and(eq("%s", "k08"), eq("odd", 1)),
                        and(eq("%s", "k09"), eq("odd", 1)),
                        and(gt("%s", "k30"), eq("odd", 1)),
                        eq("odd", 1))
                .forEach(pattern -> {
                    String json = pattern.toBsonDocument().toJson();
                    Document narrow = Document.parse(json.replace("%s", "_id"));
                    Document wide = Document.parse(json.replace("%s", "same"));
                    assertSame(things, narrow, things, wide);
                });
    }

    private static Document copied(Object id, int number) {
        return new Document("_id", id).append("same", id).append("odd", number % 2);
    }

    @Test
    void byIndexWhateverHappensToTheDocuments() {
        MongoCollection<Document> indexed = store.deciding("indexed");
        MongoCollection<Document> plain = store.deciding("plain");
        List.of("state", "labels", "number", "outbox.key")
                .forEach(field -> indexed.createIndex(Indexes.ascending(field, "createdAt")));
        Random random = new Random(20_26);
        for (int round = 0; round < 12; round++) {
            for (int i = 0; i < 25; i++) {
                long seed = random.nextLong();
                change(indexed, new Random(seed));
                change(plain, new Random(seed));
            }
            List.of(
                            eq("state", "queued"),
                            in("state", "queued", "running"),
                            and(eq("state", "passed"), eq("labels", "l1")),
                            eq("labels", "l2"),
                            eq("labels", List.of("l1", "l2")),
                            eq("labels", null),
                            eq("number", 3),
                            eq("number", 3L),
                            gt("number", 3),
                            gt("outbox.key", ""),
                            ne("state", "queued"))
                    .forEach(query -> assertSame(indexed, query, plain, query));
        }
    }

    private static void change(MongoCollection<Document> things, Random random) {
        Bson one = eq("_id", "t" + random.nextInt(40));
        String state = STATES.get(random.nextInt(STATES.size()));
        String label = "l" + random.nextInt(3);
        switch (random.nextInt(6)) {
            case 0 -> things.deleteOne(one);
            case 1 -> things.updateOne(one, Updates.set("state", state));
            case 2 -> things.updateOne(one, Updates.combine(Updates.push("labels", label), Updates.inc("number", 1)));
            case 3 -> things.updateOne(one, Updates.pull("labels", label));
            case 4 -> things.updateOne(one, Updates.set("outbox", List.of(new Document("key", label))));
            default -> {
                if (things.countDocuments(one) == 0) {
                    Document made = Document.parse(one.toBsonDocument().toJson());
                    things.insertOne(made.append("state", state).append("number", random.nextInt(5)));
                } else {
                    things.updateOne(one, Updates.set("outbox", List.of()));
                }
            }
        }
    }

    private static void assertSame(
            MongoCollection<Document> narrow, Bson narrowQuery, MongoCollection<Document> wide, Bson wideQuery) {
        for (Bson order : ORDERS) {
            for (int limit : new int[] {0, 3}) {
                assertThat(ids(narrow, narrowQuery, order, limit))
                        .as(narrowQuery.toBsonDocument().toJson())
                        .isEqualTo(ids(wide, wideQuery, order, limit));
            }
        }
        assertThat(narrow.countDocuments(narrowQuery)).isEqualTo(wide.countDocuments(wideQuery));
    }

    private static List<Object> ids(MongoCollection<Document> things, Bson query, Bson order, int limit) {
        return things.find(query)
                .sort(order)
                .limit(limit)
                .map(it -> it.get("_id"))
                .into(new ArrayList<>());
    }
}
