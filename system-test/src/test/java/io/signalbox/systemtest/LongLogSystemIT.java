package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.cluster.ApiClient;
import io.signalbox.testkit.infra.cluster.Victim;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A long log whose gateways die and whose runner freezes: not a byte is lost, and what somebody takes out of the store is missed. */
class LongLogSystemIT extends OnCluster {
    /** 97 MB in all; 236 parts are 1 GB. */
    private static final int PARTS = Integer.getInteger("long-log.parts", 24);

    private static final Duration PATIENCE = Duration.ofSeconds(60 + 4L * PARTS);
    private static final int KILLS = 3;
    /** A proof reads the whole log: as usual for the build's, longer for a longer one. */
    private static final Duration PROOF = Duration.ofSeconds(Math.max(20, PARTS / 2));

    private static final int LINES_OF_A_PART = 500_000;
    private static final String PROGRAM =
            "for i in $(seq 0 %d); do seq $((i * %d + 1)) $(((i + 1) * %d)); sleep 1; done"
                    .formatted(PARTS - 1, LINES_OF_A_PART, LINES_OF_A_PART);

    @Test
    void longLogOutlivesThreeGatewaysAndAFrozenRunner() throws NoSuchAlgorithmException {
        String id = api().submit("{'commands':['%s'],'tags':['linux'],'executor':{'type':'shell','tty':false}}"
                .formatted(PROGRAM));
        installation().api(2).await(id, "running");
        Written expected = expected();
        for (int kill = 1; kill <= KILLS; kill++) {
            int gateway = 1 + kill % 2;
            awaitBytes(installation().api(3 - gateway), id, kill * expected.bytes() / 10);
            installation().process("gateway-" + gateway).kill();
            installation().startMissing();
            freezeRunner();
        }
        assertThat(api().await(PATIENCE, id, "passed", "failed", "lost")
                        .get("state")
                        .asString())
                .isEqualTo("passed");
        JsonNode proof = awaitSeal(id);
        assertThat(proof.get("complete").asBoolean()).isTrue();
        assertThat(proof.get("totalBytes").asLong()).isEqualTo(expected.bytes());
        MessageDigest shown = sha256();
        api().copyOutput(id, new DigestOutputStream(OutputStream.nullOutputStream(), shown));
        assertThat(HexFormat.of().formatHex(shown.digest())).isEqualTo(expected.hash());
    }

    @Test
    void chunkThatSomebodyTookOutOfTheStoreIsMissed() {
        String id =
                api().submit("{'commands':['for i in $(seq 1 40); do echo $i; sleep 0.05; done'],'tags':['linux']}");
        String attempt =
                api().await(id, "passed").get("attempts").get(0).get("id").asString();
        assertThat(awaitSeal(id).get("complete").asBoolean()).isTrue();
        Document taken = takeOut(attempt);
        long first = taken.getLong("first");
        long end = first + taken.get("count", Number.class).longValue();
        JsonNode proof = api().verify(id);
        assertThat(proof.get("complete").asBoolean()).isFalse();
        assertThat(proof.get("brokenAt").asLong()).isEqualTo(end);
        assertThat(proof.get("missing")).hasSize(1);
        assertThat(proof.get("missing").get(0).get("from").asLong()).isEqualTo(first);
        assertThat(proof.get("missing").get(0).get("to").asLong()).isEqualTo(end);
    }

    /** The second chunk of a log is gone; it was this. */
    private Document takeOut(String attempt) {
        String store = Objects.requireNonNull(parts().addresses().get(Part.MONGODB.variable()));
        try (MongoClient client = MongoClients.create(store)) {
            MongoCollection<Document> chunks = client.getDatabase("signalbox").getCollection("log_chunks");
            List<Document> all = chunks.find(Filters.eq("attempt", attempt))
                    .sort(Sorts.ascending("_id"))
                    .into(new ArrayList<>());
            assertThat(all).hasSizeGreaterThan(3);
            Document second = all.get(1);
            chunks.deleteOne(Filters.eq("_id", second.get("_id")));
            return second;
        }
    }

    private JsonNode awaitSeal(String id) {
        return Awaitility.await("the log is sealed")
                .atMost(PROOF.plusSeconds(10))
                .until(
                        () -> api().verify(id, PROOF),
                        proof -> proof.get("sealed").asBoolean());
    }

    private void freezeRunner() {
        Victim runner = linux().process();
        runner.pause();
        try {
            Awaitility.await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        } finally {
            runner.resume();
        }
    }

    private static void awaitBytes(ApiClient api, String id, long bytes) {
        Awaitility.await("%d bytes have arrived".formatted(bytes))
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(UncheckedIOException.class::isInstance)
                .until(() -> api.get("/api/v1/tasks/" + id + "/log?limit=1")
                                .get("totalBytes")
                                .asLong()
                        > bytes);
    }

    private static Written expected() throws NoSuchAlgorithmException {
        MessageDigest digest = sha256();
        long bytes = 0;
        for (int line = 1; line <= PARTS * LINES_OF_A_PART; line++) {
            byte[] text = (line + "\n").getBytes(StandardCharsets.UTF_8);
            digest.update(text);
            bytes += text.length;
        }
        return new Written(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256");
    }

    /** What the task writes in all. */
    private record Written(long bytes, String hash) {}
}
