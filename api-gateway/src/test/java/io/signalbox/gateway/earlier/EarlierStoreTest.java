package io.signalbox.gateway.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.http.RunningGateway;
import io.signalbox.testkit.golden.EarlierStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an earlier gateway had in its store, and what it answered then: this one answers the same, and may say more. */
class EarlierStoreTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void everythingIsAnsweredAsItWas() {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        try (RunningGateway gateway = RunningGateway.over(mongo.bindAndGetConnectionString())) {
            EarlierStore.fill(gateway.bean(Store.class)::deciding);
            assertThat(EarlierStore.answers()).hasSizeGreaterThan(20).allSatisfy(line -> {
                JsonNode earlier = JSON.readTree(line);
                JsonNode now = gateway.client()
                        .get(earlier.at("/path").asString())
                        .is(200)
                        .json();
                assertThat(says(earlier.at("/answer"), now))
                        .as("%s%nnow %s", line, now)
                        .isTrue();
            });
        } finally {
            mongo.shutdownNow();
        }
    }

    @Test
    void whatIsMissingOrOtherIsFound() {
        JsonNode earlier = JSON.readTree("{\"items\":[{\"a\":1,\"b\":null}]}");

        assertThat(says(earlier, JSON.readTree("{\"items\":[{\"a\":2},{\"a\":1,\"b\":null,\"c\":3}]}")))
                .isTrue();
        assertThat(List.of("{\"items\":[{\"a\":1}]}", "{\"items\":[{\"a\":2,\"b\":null}]}", "{\"items\":[]}", "{}"))
                .allSatisfy(now -> assertThat(says(earlier, JSON.readTree(now))).isFalse());
    }

    private static boolean says(JsonNode earlier, JsonNode now) {
        if (earlier.isObject()) {
            return earlier.properties().stream()
                    .allMatch(it -> now.has(it.getKey()) && says(it.getValue(), now.get(it.getKey())));
        }
        if (earlier.isArray()) {
            return earlier.valueStream().allMatch(one -> now.valueStream().anyMatch(it -> says(one, it)));
        }
        return earlier.equals(now);
    }
}
