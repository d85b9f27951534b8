package io.signalbox.gateway.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Indexes;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.StoreSchema;
import io.signalbox.backbone.mongo.StoreSettings;
import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.adapter.mongo.audit.MongoAuditStore;
import io.signalbox.gateway.adapter.mongo.event.MongoEventStore;
import io.signalbox.gateway.adapter.mongo.pool.MongoPoolStore;
import io.signalbox.gateway.adapter.mongo.pool.MongoRegistrationPolicies;
import io.signalbox.gateway.adapter.mongo.project.MongoProjectStore;
import io.signalbox.gateway.adapter.mongo.runner.MongoRunnerStore;
import io.signalbox.gateway.adapter.mongo.secret.MongoSecretStore;
import io.signalbox.gateway.adapter.mongo.security.MongoApiTokenStore;
import io.signalbox.gateway.adapter.mongo.task.MongoTaskStore;
import io.signalbox.gateway.event.EventQuery;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskCursor;
import io.signalbox.gateway.task.TaskQuery;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.EventFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.TaskState;
import io.signalbox.testkit.infra.Infra;
import io.signalbox.testkit.infra.Part;
import io.signalbox.testkit.infra.RequiresInfra;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the API lists is found by an index and read in its order, however much else is kept: 20,000 tasks have ended here, and 40,000 events tell of it. */
@RequiresInfra(Part.MONGODB)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlansIT {
    private static final int TASKS = 20_000;
    private static final int AT_ONCE = 2_000;
    private static final int PAGE = 50;
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final List<TaskState> ENDS =
            List.of(TaskState.PASSED, TaskState.FAILED, TaskState.CANCELED, TaskState.TIMED_OUT, TaskState.LOST);
    private static final Scope ALL = Scope.everything();
    private static final Scope ONE = Scope.of(List.of(project(3)));
    private static final Scope TWO = Scope.of(List.of(project(3), project(4)));

    private final Store store;
    private final MongoTaskStore tasks;
    private final MongoEventStore events;

    ListPlansIT(Infra infra) {
        store = Store.open(StoreSettings.at(infra.mongodb(), "test"));
        tasks = new MongoTaskStore(store);
        events = new MongoEventStore(store);
        store.deciding(CollectionNames.TASKS)
                .createIndex(Indexes.ascending(TaskFields.STATE, TaskFields.CREATED_AT, TaskFields.PROJECT));
        StoreSchema.ensure(store);
        for (int first = 0; first < TASKS; first += AT_ONCE) {
            List<Integer> numbers =
                    IntStream.range(first, first + AT_ONCE).boxed().toList();
            store.deciding(CollectionNames.TASKS)
                    .insertMany(numbers.stream().map(ListPlansIT::task).toList());
            store.deciding(CollectionNames.EVENTS)
                    .insertMany(numbers.stream()
                            .flatMap(number -> IntStream.range(0, 2).mapToObj(it -> event(number, it)))
                            .toList());
        }
    }

    @AfterAll
    void close() {
        store.database().drop();
        store.close();
    }

    @Test
    void indexOfEarlierVersionsIsGone() {
        assertThat(store.deciding(CollectionNames.TASKS).listIndexes().map(index -> index.getString("name")))
                .contains("createdAt_-1__id_-1")
                .doesNotContain("state_1_createdAt_1_project_1");
    }

    @Test
    void tasksOfAllProjects() {
        assertReadInOrder(CollectionNames.TASKS, PAGE, () -> list(ALL, List.of(), List.of()));
    }

    @Test
    void tasksAfterACursorInTheMiddleOfAll() {
        StoredTask middle = tasks.find(id(TASKS / 2)).orElseThrow();
        TaskCursor cursor = new TaskCursor(middle.times().createdAt(), middle.id());

        assertReadInOrder(
                CollectionNames.TASKS,
                PAGE + 1,
                () -> tasks.list(query(ALL, List.of(), List.of(), Optional.of(cursor))));
        assertReadInOrder(
                CollectionNames.TASKS,
                PAGE + 1,
                () -> tasks.list(query(ONE, List.of(), List.of(), Optional.of(cursor))));
    }

    @Test
    void tasksOfSomeProjects() {
        assertReadInOrder(CollectionNames.TASKS, PAGE, () -> list(ONE, List.of(), List.of()));
        assertReadInOrder(CollectionNames.TASKS, PAGE + 2, () -> list(TWO, List.of(), List.of()));
    }

    @Test
    void tasksInSomeStates() {
        assertReadInOrder(CollectionNames.TASKS, PAGE, () -> list(ALL, List.of(TaskState.LOST), List.of()));
        assertReadInOrder(
                CollectionNames.TASKS, PAGE + 2, () -> list(ALL, List.of(TaskState.LOST, TaskState.FAILED), List.of()));
        assertReadInOrder(CollectionNames.TASKS, 0, () -> list(ALL, List.of(TaskState.QUEUED), List.of()));
    }

    @Test
    void tasksOfAProjectInAState() {
        assertReadInOrder(
                CollectionNames.TASKS, ENDS.size() * PAGE, () -> list(ONE, List.of(TaskState.FAILED), List.of()));
        assertReadInOrder(CollectionNames.TASKS, 0, () -> list(ONE, List.of(TaskState.RUNNING), List.of()));
    }

    @Test
    void tasksWithALabel() {
        assertReadInOrder(CollectionNames.TASKS, PAGE, () -> list(ALL, List.of(), List.of("team=7")));
        assertReadInOrder(CollectionNames.TASKS, 0, () -> list(ALL, List.of(), List.of("team=unknown")));
    }

    @Test
    void timelineOfATask() {
        assertReadInOrder(CollectionNames.EVENTS, 2, () -> events.of(id(7)));
    }

    @Test
    void feedFromItsMiddle() {
        assertReadInOrder(CollectionNames.EVENTS, PAGE, () -> events.read(new EventQuery(TASKS, ALL, List.of(), PAGE)));
        assertReadInOrder(CollectionNames.EVENTS, PAGE, () -> events.read(new EventQuery(TASKS, ONE, List.of(), PAGE)));
        assertReadInOrder(
                CollectionNames.EVENTS, PAGE + 2, () -> events.read(new EventQuery(TASKS, TWO, List.of(), PAGE)));
    }

    @Test
    void coldLists() {
        List.of(CollectionNames.AUDIT, CollectionNames.SECRETS, CollectionNames.PROJECTS, CollectionNames.POOLS)
                .forEach(store.database()::createCollection);

        assertReadInOrder(CollectionNames.AUDIT, PAGE, () -> new MongoAuditStore(store).after(0, PAGE));
        assertReadInOrder(CollectionNames.TOKENS, PAGE, () -> new MongoApiTokenStore(store).all());
        assertReadInOrder(
                CollectionNames.TOKENS, PAGE, () -> new MongoRegistrationPolicies(store).of(PoolName.DEFAULT));
        assertReadInOrder(CollectionNames.SECRETS, PAGE, () -> new MongoSecretStore(store).of(ProjectName.DEFAULT));
        assertReadInOrder(CollectionNames.PROJECTS, PAGE, () -> new MongoProjectStore(store).all());
        assertReadInOrder(CollectionNames.POOLS, PAGE, () -> new MongoPoolStore(store).all());
        assertReadInOrder(
                CollectionNames.RUNNERS,
                PAGE,
                () -> new MongoRunnerStore(store.leaving(CollectionNames.RUNNERS)).all());
    }

    private void list(Scope scope, List<TaskState> states, List<String> labels) {
        tasks.list(query(scope, states, labels, Optional.empty()));
    }

    private static TaskQuery query(
            Scope scope, List<TaskState> states, List<String> labels, Optional<TaskCursor> after) {
        return new TaskQuery(scope, states, labels, after, PAGE);
    }

    /** By an index, in its order, and without looking at more documents than these. */
    private void assertReadInOrder(String collection, int most, Runnable reading) {
        Document seen = profiled(collection, reading);
        String plan = seen.getString("planSummary");
        assertThat(plan)
                .as("plan of %s", seen.get("command"))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
        assertThat(seen).as(plan).doesNotContainKey("hasSortStage");
        assertThat(seen.getInteger("docsExamined")).as(plan).isLessThanOrEqualTo(most);
    }

    /** What the store did for one reading. */
    private Document profiled(String collection, Runnable reading) {
        store.database().getCollection("system.profile").drop();
        store.database().runCommand(new Document("profile", 2));
        reading.run();
        store.database().runCommand(new Document("profile", 0));
        List<Document> seen = store.database()
                .getCollection("system.profile")
                .find(new Document("op", "query").append("ns", store.database().getName() + "." + collection))
                .into(new ArrayList<>());
        assertThat(seen).hasSize(1);
        return seen.getFirst();
    }

    private static ProjectName project(int number) {
        return new ProjectName("project-" + number % 10);
    }

    private static TaskId id(int number) {
        return new TaskId("0198c5f0-8b1e-7c3a-9f00-%012x".formatted(number));
    }

    private static Document task(int number) {
        return new Document(TaskFields.ID, id(number).value())
                .append(TaskFields.VERSION, 3L)
                .append(TaskFields.STATE, ENDS.get(number / 10 % ENDS.size()).wire())
                .append(TaskFields.PROJECT, project(number).value())
                .append(TaskFields.LABELS, List.of("team=" + number % 20, "build=" + number))
                .append(TaskFields.CREATED_AT, at(number))
                .append(TaskFields.FINISHED_AT, at(number + 5))
                .append(TaskFields.BODY_HASH, "hash")
                .append(TaskFields.SPEC, "{}")
                .append(TaskFields.OUTBOX, List.of());
    }

    private static Document event(int task, int number) {
        return new Document(EventFields.SEQUENCE, 2L * task + number)
                .append(EventFields.KEY, id(task) + ":" + number)
                .append(EventFields.TYPE, number == 0 ? "task.queued" : "task.passed")
                .append(EventFields.PROJECT, project(task).value())
                .append(EventFields.TASK, id(task).value())
                .append(EventFields.AT, at(task));
    }

    private static Date at(int seconds) {
        return Date.from(START.plusSeconds(seconds));
    }
}
