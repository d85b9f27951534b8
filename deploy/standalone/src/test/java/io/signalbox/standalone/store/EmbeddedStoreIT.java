package io.signalbox.standalone.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreIT {

    private static final int ENOUGH = 1_500;

    @RepeatedTest(3)
    void nothingAcknowledgedIsLostByKill9(@TempDir Path folder) throws Exception {
        Acknowledged first = writeUntilKilled(folder);
        assertAllThere(folder, first);
    }

    private static Acknowledged writeUntilKilled(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriteUntilKilled.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Acknowledged acknowledged = new Acknowledged();
        try (BufferedReader lines = process.inputReader()) {
            int seen = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
                if (++seen == ENOUGH) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor())
                .as("the status of a process that died by SIGKILL")
                .isEqualTo(128 + 9);
        assertThat(acknowledged.ids).hasSizeGreaterThan(ENOUGH / 3);
        return acknowledged;
    }

    private static void assertAllThere(Path folder, Acknowledged acknowledged) {
        try (EmbeddedStore embedded = EmbeddedStore.open(folder);
                Store store = Store.open(StoreSettings.at(embedded.uri(), "test"))) {
            MongoCollection<Document> written = store.deciding("written");
            Set<String> there = written.distinct("_id", String.class).into(new HashSet<>());
            assertThat(there).containsAll(acknowledged.ids);
            for (int thread = 0; thread < WriteUntilKilled.THREADS; thread++) {
                Document counter = requireNonNull(
                        written.find(Filters.eq("_id", "counter-" + thread)).first());
                assertThat(counter.getLong("count")).isGreaterThanOrEqualTo(acknowledged.counts[thread]);
            }
            written.insertOne(new Document("_id", "it goes on"));
        }
    }

    /** What the killed process said. Its last line may be cut off, but no line is said before its write was acknowledged. */
    private static final class Acknowledged {
        private final Set<String> ids = new HashSet<>();
        private final long[] counts = new long[WriteUntilKilled.THREADS];

        void add(String line) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("inserted") && words.length == 2) {
                ids.add(words[1]);
            } else if (words[0].equals("counted") && words.length == 3 && !words[2].isEmpty()) {
                counts[Integer.parseInt(words[1].substring("counter-".length()))] = Long.parseLong(words[2]);
            }
        }
    }
}
