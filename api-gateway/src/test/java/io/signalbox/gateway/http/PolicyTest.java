package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators decide about pools and projects. */
class PolicyTest {
    private static final String POOLS = "/api/v1/pools";
    private static final String TASKS = "/api/v1/tasks";
    private static final String PROJECTS = "/api/v1/projects";

    private final ApiClient client = RunningGateway.shared().client();
    private final String name = "p-" + UUID.randomUUID();

    @Test
    void poolHasWhatIsUsualUntilSomethingElseIsSaid() {
        JsonNode pool =
                client.post(POOLS, "{\"name\":\"%s\"}".formatted(name)).is(201).json();

        assertThat(pool.at("/strategy").asString()).isEqualTo("spread");
        assertThat(pool.at("/cap").isNull()).isTrue();
        assertThat(pool.at("/pickupTarget").asString()).isEqualTo("PT30S");
    }

    @Test
    void changeOfAPoolKeepsWhatItDoesNotName() {
        client.post(POOLS, "{\"name\":\"%s\",\"strategy\":\"pack\",\"cap\":5}".formatted(name))
                .is(201);

        client.patch(POOLS + "/" + name, "{\"cap\":null,\"maximumSize\":9}").is(200);

        JsonNode pool = client.get(POOLS + "/" + name).is(200).json();
        assertThat(pool.at("/strategy").asString()).isEqualTo("pack");
        assertThat(pool.at("/cap").isNull()).isTrue();
        assertThat(pool.at("/maximumSize").asInt()).isEqualTo(9);
    }

    @Test
    void wrongPolicyOfAPoolIsRefused() {
        client.post(POOLS, "{\"name\":\"%s\",\"cap\":0}".formatted(name))
                .isProblem(422, "invalid_request")
                .names("/cap", "from 1");
        client.post(POOLS, "{\"name\":\"%s\",\"strategy\":\"random\"}".formatted(name))
                .isProblem(422, "invalid_request")
                .names("/strategy", "spread");
        client.post(POOLS, "{\"name\":\"%s\",\"minimumSize\":5,\"maximumSize\":4}".formatted(name))
                .isProblem(422, "invalid_request")
                .names("/maximumSize", "less");
        client.post(POOLS, "{\"name\":\"%s\",\"pickupTarget\":\"PT0S\"}".formatted(name))
                .isProblem(422, "invalid_request")
                .names("/pickupTarget", "PT0S");
        client.patch(POOLS + "/default", "{\"color\":\"red\"}").isProblem(400, "unknown_field");
        client.patch(POOLS + "/nobody", "{}").isProblem(404, "not_found");
    }

    @Test
    void projectIsMadeOnceShownAndChanged() {
        client.post(PROJECTS, "{\"name\":\"%s\",\"weight\":3,\"cap\":10}".formatted(name))
                .is(201);
        client.post(PROJECTS, "{\"name\":\"%s\"}".formatted(name)).isProblem(409, "name_taken");

        JsonNode changed =
                client.patch(PROJECTS + "/" + name, "{\"weight\":7}").is(200).json();

        assertThat(changed.at("/weight").asInt()).isEqualTo(7);
        assertThat(client.get(PROJECTS + "/" + name).is(200).json().at("/cap").asInt())
                .isEqualTo(10);
        assertThat(client.get(PROJECTS).is(200).json().at("/items").findValuesAsString("name"))
                .contains(name);
    }

    @Test
    void changeOfWhatSomebodyElseHasChangedIsRefused() {
        for (String things : new String[] {POOLS, PROJECTS}) {
            String thing = things + "/" + name;
            client.post(things, "{\"name\":\"%s\",\"cap\":1}".formatted(name)).is(201);
            String seen = client.get(thing).is(200).header("ETag");
            assertThat(changed(thing, seen, 2).is(200).header("ETag")).isNotEqualTo(seen);
            changed(thing, seen, 3).isProblem(412, "precondition_failed");
            assertThat(client.get(thing).json().at("/cap").asInt()).isEqualTo(2);
            changed(thing, "*", 4).is(200);
        }
    }

    private Answer changed(String thing, String ifMatch, int cap) {
        return client.send(client.request(thing)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .method("PATCH", BodyPublishers.ofString("{\"cap\":%d}".formatted(cap)))
                .build());
    }

    @Test
    void projectSaysForHowLongItsTasksAndTheirLogsAreKept() {
        JsonNode usual = client.post(PROJECTS, "{\"name\":\"%s\"}".formatted(name))
                .is(201)
                .json();
        assertThat(usual.at("/retention").asString()).isEqualTo("PT720H");
        assertThat(usual.at("/logRetention").isNull()).isTrue();

        client.patch(PROJECTS + "/" + name, "{\"retention\":\"P90D\",\"logRetention\":\"P7D\"}")
                .is(200);
        JsonNode changed = client.patch(PROJECTS + "/" + name, "{\"logRetention\":null}")
                .is(200)
                .json();
        assertThat(changed.at("/retention").asString()).isEqualTo("PT2160H");
        assertThat(changed.at("/logRetention").isNull()).isTrue();
    }

    @Test
    void wrongPolicyOfAProjectIsRefused() {
        client.post(PROJECTS, "{}").isProblem(422, "invalid_request").names("/name", "required");
        client.post(PROJECTS, "{\"name\":\"%s\",\"weight\":0}".formatted(name))
                .isProblem(422, "invalid_request")
                .names("/weight", "from 1 to 1000");
        client.post(PROJECTS, "{\"name\":\"%s\",\"cap\":-1}".formatted(name))
                .isProblem(422, "invalid_request")
                .names("/cap", "from 1");
        client.post(PROJECTS, "{\"name\":\"%s\",\"backlog\":-1}".formatted(name))
                .isProblem(422, "invalid_request")
                .names("/backlog", "from 0");
        client.post(PROJECTS, "{\"name\":\"%s\",\"retention\":\"PT23H\"}".formatted(name))
                .isProblem(422, "invalid_request")
                .names("/retention", "from PT24H");
        client.post(PROJECTS, "{\"name\":\"%s\",\"retention\":\"a week\"}".formatted(name))
                .isProblem(422, "invalid_request")
                .names("/retention", "");
        client.post(PROJECTS, "{\"name\":\"%s\",\"logRetention\":\"P31D\"}".formatted(name))
                .isProblem(422, "invalid_request")
                .names("/logRetention", "to the retention of tasks");
        client.patch(PROJECTS + "/nobody", "{}").isProblem(404, "not_found");
    }

    @Test
    void projectWhoseBacklogIsFullGetsNoMoreAndOthersDo() {
        String task = "{\"project\":\"%s\",\"commands\":[\"true\"]}".formatted(name);
        client.post(PROJECTS, "{\"name\":\"%s\",\"backlog\":2}".formatted(name)).is(201);
        client.post(TASKS, task).is(201);
        client.post(TASKS, task).is(201);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.post(TASKS + "/preview", task).status() == 429);
        Answer refused = client.post(TASKS, task).isProblem(429, "backlog_full");
        assertThat(refused.json().at("/detail").asString()).contains("2 tasks of project '" + name + "'");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        client.post(TASKS, "{\"commands\":[\"true\"]}").is(201);

        client.patch(PROJECTS + "/" + name, "{\"backlog\":null}").is(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> client.post(TASKS, task).is(201));
    }
}
