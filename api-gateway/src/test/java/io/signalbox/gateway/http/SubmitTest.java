package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SubmitTest {
    private static final String TASKS = "/api/v1/tasks";
    private static final String KEY = "Idempotency-Key";

    private final ApiClient client = RunningGateway.shared().client();

    @Test
    void taskIsStoredQueuedWithItsDefaults() {
        Answer created = client.post(TASKS, "{\"commands\":[\"echo hi\"],\"labels\":{\"k\":\"v\"}}")
                .is(201);

        JsonNode task = client.get(created.header("Location")).is(200).json();
        assertThat(task).isEqualTo(created.json());
        assertThat(task.at("/state").asString()).isEqualTo("queued");
        assertThat(task.at("/project").asString()).isEqualTo("default");
        assertThat(task.at("/attempt").asInt()).isZero();
        assertThat(task.at("/runner").isNull()).isTrue();
        assertThat(task.at("/createdAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(task.at("/spec/commands/0").asString()).isEqualTo("echo hi");
        assertThat(task.at("/spec/timeout").asString()).isEqualTo("PT1H");
        assertThat(task.at("/spec/labels/k").asString()).isEqualTo("v");
        assertThat(task.at("/links/log").asString()).isEqualTo(created.header("Location") + "/log");
    }

    @Test
    void repeatWithTheSameKeyGivesTheSameTask() {
        String key = UUID.randomUUID().toString();
        Answer first = client.post(TASKS, "{\"commands\":[\"true\"],\"env\":{\"A\":\"1\",\"B\":\"2\"}}", KEY, key)
                .is(201);
        Answer again = client.post(TASKS, "{ \"env\":{\"B\":\"2\",\"A\":\"1\"}, \"commands\":[\"true\"]}", KEY, key)
                .is(200);

        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json().at("/id")).isEqualTo(first.json().at("/id"));
        assertThat(first.json().at("/id").asString()).matches(".{14}8.*");
    }

    @Test
    void keyOfAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        client.post(TASKS, "{\"commands\":[\"true\"]}", KEY, key).is(201);

        Answer other = client.post(TASKS, "{\"commands\":[\"false\"]}", KEY, key);
        other.isProblem(422, "idempotency_key_reused");
    }

    @Test
    void sameKeyInAnotherProjectIsAnotherTask() {
        String key = UUID.randomUUID().toString();
        Answer first = client.post(TASKS, "{\"commands\":[\"true\"]}", KEY, key).is(201);
        Answer other = client.post(TASKS, "{\"project\":\"shop\",\"commands\":[\"true\"]}", KEY, key)
                .is(201);

        assertThat(other.json().at("/id")).isNotEqualTo(first.json().at("/id"));
    }

    @Test
    void batchAnswersEachTaskInOrder() {
        String key = UUID.randomUUID().toString();
        String body = """
                {"tasks":[
                  {"commands":["echo 1"],"idempotencyKey":"%s"},
                  {"commands":[]},
                  {"commands":["echo 3"],"colour":"red"},
                  "nonsense",
                  {"commands":["echo 1"],"idempotencyKey":"%s"}
                ]}""".formatted(key, key);

        JsonNode items = client.post(TASKS + "/batch", body).is(200).json().at("/items");

        assertThat(items.valueStream().map(item -> item.at("/status").asInt()))
                .containsExactly(201, 422, 400, 422, 200);
        assertThat(items.at("/4/task/id")).isEqualTo(items.at("/0/task/id"));
        assertThat(items.at("/1/problem/errors/0/pointer").asString()).isEqualTo("/commands");
        assertThat(items.at("/2/problem/code").asString()).isEqualTo("unknown_field");
    }

    @Test
    void batchOfTooManyTasksIsRefused() {
        String tasks = "{\"commands\":[\"true\"]},".repeat(1_000) + "{\"commands\":[\"true\"]}";

        client.post(TASKS + "/batch", "{\"tasks\":[" + tasks + "]}")
                .isProblem(422, "invalid_request")
                .names("/tasks", "1000");
    }
}
