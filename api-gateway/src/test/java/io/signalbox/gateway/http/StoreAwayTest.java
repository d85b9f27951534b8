package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreAwayTest {
    private static final String TASKS = "/api/v1/tasks";

    @Test
    void submissionIsRefusedClearlyAndMayBeRepeated() {
        MongoServer server = new MongoServer(new MemoryBackend());
        try (RunningGateway gateway = RunningGateway.over(server.bindAndGetConnectionString())) {
            ApiClient client = gateway.client();
            client.post(TASKS, "{\"commands\":[\"true\"]}").is(201);
            server.shutdownNow();

            Answer answer = client.post(TASKS, "{\"commands\":[\"true\"]}").is(503);

            assertThat(answer.json().at("/code").asString()).isIn("store_unavailable", "unknown");
            assertThat(answer.json().at("/retryable").asBoolean()).isTrue();
            assertThat(answer.header("Retry-After")).isNotBlank();
        }
    }

    @Test
    void secondGatewayOverTheSameHomeKnowsTheSameTokens() {
        RunningGateway first = RunningGateway.shared();
        try (RunningGateway second = first.second(Map.of("signalbox.instance", "gateway-2"))) {
            String task = first.client()
                    .post(TASKS, "{\"commands\":[\"true\"]}")
                    .is(201)
                    .header("Location");

            second.client().get(task).is(200);
            assertThat(second.home().resolve("run/gateway-2.url")).hasContent(second.url() + "\n");
        }
    }
}
