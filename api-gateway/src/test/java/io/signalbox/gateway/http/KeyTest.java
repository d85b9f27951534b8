package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.secret.MasterKey;
import io.signalbox.gateway.secret.Secrets;
import io.signalbox.gateway.webhook.Webhooks;
import io.signalbox.model.id.ProjectName;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The change of the master key, gateway by gateway, as the documents tell it. */
class KeyTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void secretsAndWebhooksAreReadableAtEveryStepOfTheChange(@TempDir Path folder) throws IOException {
        Path old = file(folder, "old");
        Path fresh = file(folder, "fresh");
        MongoServer mongo = new MongoServer(new MemoryBackend());
        String store = mongo.bindAndGetConnectionString();
        try {
            String secret = writtenUnder(store, settings(old, fresh));
            changed(store, settings(fresh, old), secret);
            readUnder(store, Map.of("signalbox.master-key-file", fresh.toString()), secret);
        } finally {
            mongo.shutdownNow();
        }
    }

    private static String writtenUnder(String store, Map<String, Object> settings) {
        try (RunningGateway gateway = RunningGateway.over(store, settings)) {
            put(gateway.client(), "A");
            return gateway.client()
                    .post("/api/v1/webhooks", "{\"url\":\"https://example.com/\"}")
                    .is(201)
                    .json()
                    .at("/secret")
                    .asString();
        }
    }

    private static void changed(String store, Map<String, Object> settings, String secret) {
        try (RunningGateway gateway = RunningGateway.over(store, settings)) {
            ApiClient admin = gateway.client();
            put(admin, "B");
            reads(gateway, secret);
            JsonNode before = admin.get("/api/v1/keys").is(200).json();
            assertThat(before.at("/values").size()).isEqualTo(2);
            JsonNode done = admin.post("/api/v1/keys/reseal").is(200).json();
            assertThat(done.at("/sealed").asInt()).isEqualTo(2);
            assertThat(done.at("/unreadable").asInt()).isZero();
        }
    }

    private static void readUnder(String store, Map<String, Object> settings, String secret) {
        try (RunningGateway gateway = RunningGateway.over(store, settings)) {
            reads(gateway, secret);
            JsonNode after = gateway.client().get("/api/v1/keys").is(200).json();
            assertThat(after.at("/values").propertyNames())
                    .containsExactly(after.at("/present").asString());
        }
    }

    private static void reads(RunningGateway gateway, String secret) {
        assertThat(gateway.bean(Secrets.class).open(ProjectName.DEFAULT, List.of("A", "B")))
                .isEqualTo(Map.of("A", "value of A", "B", "value of B"));
        Webhooks webhooks = gateway.bean(Webhooks.class);
        assertThat(webhooks.secret(webhooks.in(Scope.everything()).getFirst()).text())
                .isEqualTo(secret);
    }

    private static void put(ApiClient admin, String name) {
        admin.send(admin.request("/api/v1/secrets/" + name)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"value\":\"value of %s\"}".formatted(name)))
                        .build())
                .is(204);
    }

    private static Map<String, Object> settings(Path present, Path other) {
        return Map.of(
                "signalbox.master-key-file", present.toString(), "signalbox.other-master-key-files", other.toString());
    }

    private Path file(Path folder, String name) throws IOException {
        return Files.writeString(folder.resolve(name), MasterKey.fresh(random) + "\n");
    }
}
