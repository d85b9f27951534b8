package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.message.EventBell;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.EventFields;
import io.signalbox.model.task.TaskState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventsTest {
    private static final AtomicLong SEQUENCE = new AtomicLong(1_000);

    private final RunningGateway gateway = RunningGateway.shared();
    private final ApiClient client = gateway.client();
    private final Store store = gateway.bean(Store.class);
    private final String project = "events-" + UUID.randomUUID();

    @Test
    void feedIsReadToItsEndByCursor() {
        append("task.queued");
        append("task.running");
        append("task.passed");

        JsonNode first = page("&limit=2");
        JsonNode second = page("&limit=2&after=" + first.at("/next").asString());

        assertThat(types(first)).containsExactly("task.queued", "task.running");
        assertThat(types(second)).containsExactly("task.passed");
        assertThat(types(page("&after=" + second.at("/next").asString()))).isEmpty();
    }

    @Test
    void typesFilterAndTheCursorStillMovesOn() {
        append("task.queued");
        append("task.passed");
        long last = append("task.queued");

        JsonNode page = page("&type=task.passed&type=task.failed");

        assertThat(types(page)).containsExactly("task.passed");
        assertThat(page.at("/next").asString()).isEqualTo(cursor(last));
    }

    @Test
    void whoWaitsIsWokenByTheBell() {
        long before = append("task.queued");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = CompletableFuture.supplyAsync(() -> page("&wait=25&after=" + cursor(before)), threads);
            long next = append("task.passed");
            ring(next);

            assertThat(types(waiting.join())).containsExactly("task.passed");
        }
    }

    @Test
    void cursorBeforeTheOldestEventHasExpired() {
        append("task.queued");
        append("task.passed");

        Answer answer = client.get("/api/v1/events?after=" + cursor(1)).isProblem(410, "cursor_expired");
        assertThat(answer.json().at("/detail").asString()).contains("oldest");
        client.get("/api/v1/events?after=nonsense").isProblem(400, "invalid_parameter");
        client.get("/api/v1/events?wait=26").isProblem(400, "invalid_parameter");
    }

    @Test
    void timelineHasWhatIsStillOnItsWayToTheFeed() {
        String task = client.post("/api/v1/tasks", "{\"commands\":[\"true\"]}")
                .is(201)
                .json()
                .at("/id")
                .asString();

        JsonNode items =
                client.get("/api/v1/tasks/" + task + "/timeline").is(200).json().at("/items");

        assertThat(items).hasSize(1);
        assertThat(items.at("/0/type").asString()).isEqualTo("task.queued");
        assertThat(items.at("/0/data/submittedBy/name").asString()).isEqualTo("admin-token");
        assertThat(items.at("/0/id").asString()).isEqualTo(task + ":0.0");
    }

    @Test
    void explainSaysThatNoSchedulerAnswers() {
        Answer task = client.post("/api/v1/tasks", "{\"commands\":[\"true\"]}").is(201);

        Answer answer = client.get(task.header("Location") + "/explain").isProblem(503, "scheduler_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().at("/retryable").asBoolean()).isTrue();
    }

    private long append(String type) {
        long sequence = SEQUENCE.incrementAndGet();
        store.deciding(CollectionNames.EVENTS)
                .insertOne(new Document(EventFields.SEQUENCE, sequence)
                        .append(EventFields.KEY, project + ":" + sequence)
                        .append(EventFields.TYPE, type)
                        .append(EventFields.PROJECT, project)
                        .append(EventFields.AT, Date.from(Instant.EPOCH))
                        .append(EventFields.DATA, new Document("exitCode", 0)));
        return sequence;
    }

    private void ring(long upTo) {
        var topic = Destination.Topic.task(new ProjectName("default"), TaskState.PASSED);
        var _ = gateway.bean(MessageBus.class).send(List.of(new Outgoing(topic, new EventBell(upTo, List.of()))));
    }

    private JsonNode page(String parameters) {
        return client.get("/api/v1/events?project=" + project + parameters)
                .is(200)
                .json();
    }

    private static List<String> types(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(it -> it.at("/type").asString())
                .toList();
    }

    private static String cursor(long after) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("e" + after).getBytes(StandardCharsets.US_ASCII));
    }
}
