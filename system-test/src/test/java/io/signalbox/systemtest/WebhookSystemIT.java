package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.testkit.infra.cluster.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gateways die while events are told: all are told, in the order of their task, and each under one id. */
class WebhookSystemIT extends OnCluster {

    @Test
    void everyEventIsToldInItsTasksOrderThoughEachGatewayIsKilledInTurn() {
        try (ToldEvents receiver = ToldEvents.start()) {
            String body = "{\"url\":\"%s\"}".formatted(receiver.url());
            assertThat(api().send("POST", "/api/v1/webhooks", body).statusCode())
                    .isEqualTo(201);
            List<String> tasks = new ArrayList<>(submitted(api()));
            for (int gateway = 1; gateway <= 2; gateway++) {
                ApiClient other = installation().api(3 - gateway);
                awaitTold(receiver, tasks.getLast());
                tasks.addAll(submitted(other));
                installation().process("gateway-" + gateway).kill();
                tasks.addAll(submitted(other));
                installation().startMissing();
            }
            tasks.forEach(task -> awaitTold(receiver, task));
            assertThat(tasks)
                    .allSatisfy(task -> assertThat(receiver.sequencesOf(task)).isEqualTo(ofFeed(task)));
            assertThat(receiver.told())
                    .allSatisfy(told -> assertThat(told.id()).endsWith("-%016d".formatted(told.sequence())));
        }
    }

    private static List<String> submitted(ApiClient client) {
        return IntStream.range(0, 5)
                .mapToObj(_ -> client.submit("{'commands':['true'],'tags':['linux']}"))
                .toList();
    }

    private void awaitTold(ToldEvents receiver, String task) {
        Awaitility.await("the end of task " + task + " is told")
                .atMost(Duration.ofSeconds(90))
                .until(() -> receiver.told().stream()
                        .anyMatch(told -> told.isAbout(task)
                                && told.event().at("/type").asString().equals("task.passed")));
    }

    private List<Long> ofFeed(String task) {
        return installation()
                .api(1)
                .get("/api/v1/tasks/" + task + "/timeline")
                .at("/items")
                .valueStream()
                .map(item -> item.at("/sequence"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .toList();
    }
}
