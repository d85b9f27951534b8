package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.store.report.ReportFields;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class CancelTest {
    private static final String TASKS = "/api/v1/tasks/";

    private final RunningGateway gateway = RunningGateway.shared();
    private final ApiClient client = gateway.client();
    private final StoredTasks stored = new StoredTasks(gateway.bean(Store.class));

    @Test
    void wishIsDurableBeforeItIsAnswered() {
        String task = submit();

        Answer accepted = client.post(TASKS + task + "/cancel").is(202);

        Document report = stored.in(CollectionNames.REPORTS, task + ":cancel");
        assertThat(report).containsEntry(ReportFields.KIND, "cancel").containsEntry(ReportFields.TASK, task);
        assertThat(accepted.json().at("/cancelRequestedAt").asString()).isNotBlank();
        assertThat(accepted.json().at("/state").asString()).isEqualTo("queued");
    }

    @Test
    void secondWishChangesNothing() {
        String task = submit();

        Answer first = client.post(TASKS + task + "/cancel").is(202);
        Answer second = client.post(TASKS + task + "/cancel").is(202);

        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void taskThatHasEndedIsShownUnchanged() {
        String task = submit();
        stored.change(
                task,
                new Document(TaskFields.STATE, "passed").append(TaskFields.FINISHED_AT, Date.from(Instant.EPOCH)));

        Answer answer = client.post(TASKS + task + "/cancel").is(200);

        assertThat(answer.json()).isEqualTo(client.get(TASKS + task).json());
        assertThat(answer.json().at("/cancelRequestedAt").isNull()).isTrue();
    }

    @Test
    void unknownTaskIsMissing() {
        client.post(TASKS + UUID.randomUUID() + "/cancel").isProblem(404, "not_found");
    }

    private String submit() {
        return client.post("/api/v1/tasks", "{\"commands\":[\"true\"]}")
                .is(201)
                .json()
                .at("/id")
                .asString();
    }
}
