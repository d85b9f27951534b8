package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.store.TaskFields;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RetryTest {
    private static final String TASKS = "/api/v1/tasks/";

    private final RunningGateway gateway = RunningGateway.shared();
    private final ApiClient client = gateway.client();

    @Test
    void retryIsANewTaskWithTheSameSpecification() {
        JsonNode task = submit();
        end(task);

        Answer retried = client.post(TASKS + id(task) + "/retry").is(201);

        assertThat(retried.json().at("/id")).isNotEqualTo(task.at("/id"));
        assertThat(retried.json().at("/retryOf")).isEqualTo(task.at("/id"));
        assertThat(retried.json().at("/spec")).isEqualTo(task.at("/spec"));
        assertThat(retried.json().at("/state").asString()).isEqualTo("queued");
    }

    @Test
    void taskThatHasNotEndedIsNotRetried() {
        client.post(TASKS + id(submit()) + "/retry").isProblem(409, "task_not_finished");
    }

    private JsonNode submit() {
        return client.post(
                        "/api/v1/tasks",
                        "{\"commands\":[{\"run\":\"make\",\"alias\":\"Build\"}],\"env\":{\"A\":\"$.b\"}}")
                .is(201)
                .json();
    }

    private void end(JsonNode task) {
        new StoredTasks(gateway.bean(Store.class)).change(id(task), new Document(TaskFields.STATE, "failed"));
    }

    private static String id(JsonNode task) {
        return task.at("/id").asString();
    }
}
