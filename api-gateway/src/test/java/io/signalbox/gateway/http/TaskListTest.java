package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TaskListTest {
    private static final String TASKS = "/api/v1/tasks";

    private final ApiClient client = RunningGateway.shared().client();
    private final String project = "list-" + UUID.randomUUID();

    @Test
    void pagesShowEachTaskOnceThoughOthersComeIn() {
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            submitted.add(submit("\"name\":\"" + i + "\""));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = client.get(TASKS + "?limit=3&project=" + project + cursor)
                    .is(200)
                    .json();
            page.at("/items").forEach(task -> seen.add(task.at("/id").asString()));
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
            submit("\"name\":\"late\"");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(submitted).doesNotHaveDuplicates();
        assertThat(page("&limit=1").at("/items/0/name").asString()).isEqualTo("late");
    }

    @Test
    void stateAndLabelsFilter() {
        String red = submit("\"labels\":{\"colour\":\"red\",\"size\":\"1,5\"}");
        submit("\"labels\":{\"colour\":\"blue\"}");

        assertThat(page("&label=colour=red&label=size=1,5&state=queued&state=running")
                        .at("/items"))
                .hasSize(1)
                .allSatisfy(task -> assertThat(task.at("/id").asString()).isEqualTo(red));
        assertThat(page("&state=passed").at("/items")).isEmpty();
    }

    @Test
    void listsLeaveOutTheSpecification() {
        submit("\"name\":\"x\"");

        assertThat(page("").at("/items/0").has("spec")).isFalse();
    }

    @Test
    void wrongParameterNamesItsValue() {
        client.get(TASKS + "?state=asleep").isProblem(400, "invalid_parameter");
        client.get(TASKS + "?limit=501").isProblem(400, "invalid_parameter");
        client.get(TASKS + "?limit=x").isProblem(400, "invalid_parameter");
        client.get(TASKS + "?cursor=x").isProblem(400, "invalid_parameter");
        client.get(TASKS + "?project=A%20B").isProblem(400, "invalid_parameter");
        client.get(TASKS + "?label=x").isProblem(400, "invalid_parameter");
    }

    @Test
    void unknownTaskIsMissing() {
        client.get(TASKS + "/" + UUID.randomUUID()).isProblem(404, "not_found");
        client.get(TASKS + "/nonsense").isProblem(404, "not_found");
    }

    private JsonNode page(String filters) {
        return client.get(TASKS + "?project=" + project + filters).is(200).json();
    }

    private String submit(String fields) {
        String body = "{\"project\":\"%s\",\"commands\":[\"true\"],%s}".formatted(project, fields);
        return client.post(TASKS, body).is(201).json().at("/id").asString();
    }
}
