package io.signalbox.testkit.golden;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;

/**
 * What a store held when it was an earlier version's, a collection a file, a document a line; and what that version's gateway answered of it. Both were written by processes of
 * the commit that the folder is named by, and are never changed: a new version gets a folder of its own. What moves with time is not among the answers: deliveries and the
 * audit trail, which are kept for so long, and whether a runner is there and at work.
 */
public final class EarlierStore {
    private static final String FOLDER = "/golden/store/f6b2805/";
    private static final List<String> COLLECTIONS = List.of(
            "audit",
            "cursors",
            "events",
            "leadership",
            "log_chunks",
            "pools",
            "projects",
            "relays",
            "reports",
            "runner_health",
            "runner_states",
            "runners",
            "secrets",
            "tasks",
            "tokens",
            "webhook_deliveries",
            "webhooks");

    private EarlierStore() {}

    /** Puts all of it in the place of what is there. */
    public static void fill(Function<String, MongoCollection<Document>> store) {
        for (String name : COLLECTIONS) {
            MongoCollection<Document> collection = store.apply(name);
            documents(name).forEach(it -> {
                collection.deleteOne(new Document("_id", it.get("_id")));
                collection.insertOne(it);
            });
        }
    }

    /** Of one collection. */
    public static List<Document> documents(String collection) {
        return lines(collection).stream().map(Document::parse).toList();
    }

    /** Answers, each as JSON with {@code path} and {@code answer}. */
    public static List<String> answers() {
        return lines("answers");
    }

    private static List<String> lines(String file) {
        String name = FOLDER + file + ".jsonl";
        try (InputStream in = Objects.requireNonNull(EarlierStore.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
