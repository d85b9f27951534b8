package io.signalbox.gateway.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.write.Backlog;
import io.signalbox.backbone.mongo.write.BatchListener;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.gateway.access.Grant;
import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.adapter.mongo.task.MongoTaskInserts;
import io.signalbox.gateway.adapter.mongo.task.MongoTaskStore;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskCursor;
import io.signalbox.gateway.task.TaskQuery;
import io.signalbox.gateway.task.submit.NewTask;
import io.signalbox.gateway.task.submit.TaskInserts.Outcome;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.spec.TaskSpec;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.model.task.TaskTerms;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What every store of tasks keeps, whatever it is made of. */
interface TaskStoreContract {
    Instant NOW = Instant.parse("2026-01-31T12:00:00.123Z");

    /** An empty store. */
    Store store();

    @Test
    default void insertedTaskIsReadAsItWas() {
        NewTask task =
                task("a", NOW, "{\"name\":\"n\",\"pool\":\"p\",\"env\":{\"$a.b\":\"$c\"},\"commands\":[\"true\"]}");

        assertThat(insert(task)).isEqualTo(new Outcome.Inserted());
        assertThat(new MongoTaskStore(store()).find(task.task().id())).contains(task.task());
    }

    @Test
    default void secondInsertIsADuplicateAndChangesNothing() {
        NewTask task = task("a", NOW, "{\"commands\":[\"true\"]}");
        insert(task);

        assertThat(insert(task("a", NOW.plusSeconds(1), "{\"commands\":[\"false\"]}")))
                .isEqualTo(new Outcome.Duplicate());
        assertThat(new MongoTaskStore(store()).find(task.task().id())).contains(task.task());
    }

    @Test
    default void queuedEventIsDurableWithTheTask() {
        NewTask task = task("a", NOW, "{\"commands\":[\"true\"]}");
        insert(task);

        Document stored = Objects.requireNonNull(
                store().deciding(CollectionNames.TASKS).find().first());
        assertThat(stored.getList("outbox", Document.class))
                .containsExactly(new Document("key", "0.0")
                        .append("type", "task.queued")
                        .append("at", Date.from(NOW))
                        .append(
                                "data",
                                new Document("submittedBy", new Document("token", "token-1").append("name", "ci"))));
        assertThat(stored.get("version")).isEqualTo(0L);
        assertThat(new JsonMapper().readValue(stored.getString("terms"), TaskTerms.class))
                .isEqualTo(task.terms());
    }

    @Test
    default void attemptsOfTheSchedulerAreRead() {
        NewTask task = task("a", NOW, "{\"commands\":[\"true\"]}");
        insert(task);
        Document ended = attempt("11111111-1111-8111-8111-111111111111", 1)
                .append("state", "lost")
                .append("reasonCode", "runner_lost")
                .append("reasonMessage", "gone")
                .append("refused", List.of("finished"));
        store().deciding(CollectionNames.TASKS)
                .updateOne(
                        new Document("_id", task.task().id().value()),
                        new Document(
                                "$set",
                                new Document("state", "running")
                                        .append("attempts", List.of(ended))
                                        .append("attempt", attempt("22222222-2222-8222-8222-222222222222", 2))));

        StoredTask found = new MongoTaskStore(store()).find(task.task().id()).orElseThrow();

        assertThat(found.attempts()).hasSize(2);
        assertThat(found.attempts().get(0).reason()).isEqualTo(new Reason(ReasonCode.RUNNER_LOST, "gone"));
        assertThat(found.attempts().get(0).refused()).containsExactly("finished");
        assertThat(found.attempts().get(1).state()).isEqualTo(TaskState.RUNNING);
    }

    @Test
    default void listsAreNewestFirstAndGoOnAfterACursor() {
        NewTask old = task("a", NOW, "{\"commands\":[\"true\"],\"labels\":{\"k\":\"v\"}}");
        NewTask young = task("b", NOW.plusMillis(1), "{\"commands\":[\"true\"],\"labels\":{\"k\":\"v\",\"l\":\"w\"}}");
        NewTask twin = task("c", NOW.plusMillis(1), "{\"project\":\"other\",\"commands\":[\"true\"]}");
        List.of(old, young, twin).forEach(this::insert);
        MongoTaskStore tasks = new MongoTaskStore(store());

        List<StoredTask> first = tasks.list(query(Optional.empty(), List.of(), Optional.empty(), 2));
        StoredTask last = first.getLast();
        TaskCursor cursor = new TaskCursor(last.times().createdAt(), last.id());

        assertThat(first)
                .extracting(StoredTask::id)
                .containsExactlyInAnyOrder(young.task().id(), twin.task().id());
        assertThat(tasks.list(query(Optional.empty(), List.of(), Optional.of(cursor), 2)))
                .extracting(StoredTask::id)
                .containsExactly(old.task().id());
        assertThat(tasks.list(query(Optional.of(ProjectName.DEFAULT), List.of("k=v", "l=w"), Optional.empty(), 9)))
                .extracting(StoredTask::id)
                .containsExactly(young.task().id());
    }

    private static TaskQuery query(
            Optional<ProjectName> project, List<String> labels, Optional<TaskCursor> after, int limit) {
        return new TaskQuery(Scope.everything().narrowedTo(project), List.of(TaskState.QUEUED), labels, after, limit);
    }

    private Outcome insert(NewTask task) {
        try (BatchingWriter writer =
                new BatchingWriter(store().deciding(CollectionNames.TASKS), Backlog.USUAL, BatchListener.NONE)) {
            return new MongoTaskInserts(writer).insert(task).join();
        }
    }

    private static NewTask task(String key, Instant at, String json) {
        TaskSpec spec = new JsonMapper().readValue(json, TaskSpec.class);
        StoredTask task = new StoredTask(
                TaskId.forKey(ProjectName.DEFAULT, key),
                spec.project(),
                spec.name(),
                TaskState.QUEUED,
                null,
                spec.pool(),
                List.of(),
                null,
                new StoredTask.Times(at, null, null, null, null),
                null,
                "hash of " + json,
                json);
        return new NewTask(task, spec, TaskTerms.of(spec, at), new Caller("token-1", "ci", Grant.ADMIN));
    }

    private static Document attempt(String id, int number) {
        return new Document(Map.of(
                "id", id, "number", number, "runner", "33333333-3333-4333-8333-333333333333", "runnerName", "r"));
    }
}
