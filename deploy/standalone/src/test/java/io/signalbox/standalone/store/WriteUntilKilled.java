package io.signalbox.standalone.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import java.nio.file.Path;
import org.bson.Document;

/** A process that writes with several threads, says each write once it is acknowledged, and never ends by itself. */
final class WriteUntilKilled {

    static final int THREADS = 8;

    private WriteUntilKilled() {}

    public static void main(String[] folder) throws InterruptedException {
        EmbeddedStore embedded = EmbeddedStore.open(Path.of(folder[0]));
        Store store = Store.open(StoreSettings.at(embedded.uri(), "to be killed"));
        MongoCollection<Document> written = store.deciding("written");
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            threads[i] = Thread.ofPlatform().start(() -> write(written, thread));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void write(MongoCollection<Document> written, int thread) {
        String counter = "counter-" + thread;
        written.insertOne(new Document("_id", counter).append("count", 0L));
        for (long i = 1; ; i++) {
            written.insertOne(new Document("_id", thread + "-" + i).append("text", "x".repeat(500)));
            say("inserted " + thread + "-" + i);
            written.updateOne(Filters.eq("_id", counter), Updates.set("count", i));
            say("counted " + counter + " " + i);
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
