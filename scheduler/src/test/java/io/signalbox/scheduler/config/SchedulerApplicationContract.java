package io.signalbox.scheduler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Sorts;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.RelayCommand.AssignTask.Assignment;
import io.signalbox.model.message.SchedulerCommand;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.scheduler.world.GatewayDouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The scheduler as a process: a task travels through it, whichever store and bus there are. */
abstract class SchedulerApplicationContract {

    /** A store and a bus of the test's own. */
    interface Parts {
        /** Where they are. */
        List<String> properties();

        /** Ends or empties them. */
        void close();
    }

    private final RelayId relay = new RelayId("r-" + UUID.randomUUID());
    private final Parts parts;
    private final ConfigurableApplicationContext process;
    private final GatewayDouble gateway;

    /** @param parts the store and the bus */
    SchedulerApplicationContract(Parts parts) {
        this.parts = parts;
        process = start(parts.properties());
        gateway = new GatewayDouble(relay, store(), process.getBean(MessageBus.class)).start();
    }

    @Test
    void taskTravelsFromSubmissionToItsEnd() throws InterruptedException {
        gateway.register(1);
        TaskId task = gateway.submit(1);
        Assignment assignment = assigned();
        assertThat(assignment.task()).isEqualTo(task);

        gateway.claim(assignment);
        reaches(task, "running");
        gateway.finish(assignment);
        reaches(task, "passed");

        await().untilAsserted(() -> assertThat(eventsOf(task))
                .containsExactly("task.queued", "task.assigned", "task.running", "task.passed"));
        await().untilAsserted(() -> assertThat(
                        store().deciding(CollectionNames.REPORTS).countDocuments())
                .isZero());
        await().untilAsserted(() ->
                assertThat(gateway.task(task).getList("outbox", Object.class)).isEmpty());
    }

    @Test
    void taskThatNobodyToldOfIsFound() throws InterruptedException {
        gateway.register(1);
        TaskId task = gateway.insert(1);

        assertThat(assigned().task()).isEqualTo(task);
    }

    @Test
    void waitingTaskIsCanceled() {
        TaskId task = gateway.submit(1);
        gateway.cancel(task);

        reaches(task, "canceled");
    }

    @Test
    void questionIsAnsweredOnceThereIsALeader() {
        TaskId task = gateway.submit(1);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            gateway.tell(new SchedulerCommand.ExplainPlease(relay, "q-1", task));
            assertThat(gateway.answers().poll(1, TimeUnit.SECONDS))
                    .isNotNull()
                    .satisfies(answer -> assertThat(answer.requestId()).isEqualTo("q-1"))
                    .satisfies(
                            answer -> assertThat(answer.explanation().waiting()).isTrue());
        });
    }

    @Test
    void wantedSlotsAreAnsweredAndShown() {
        gateway.register(1);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            gateway.tell(new SchedulerCommand.ScalingPlease(relay, "q-2", PoolName.DEFAULT));
            assertThat(gateway.scalings().poll(1, TimeUnit.SECONDS))
                    .isNotNull()
                    .satisfies(answer -> assertThat(answer.scaling().present()).isEqualTo(1));
        });
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(management("prometheus"))
                        .contains("signalbox_pool_wanted_slots{pool=\"default\"} 0.0"));
    }

    @Test
    void managementPortShowsMetricsAndHealth() throws IOException, InterruptedException {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(management("prometheus"))
                        .contains(
                                "signalbox_leader 1.0",
                                "signalbox_dead_letters_total",
                                "signalbox_batch_size",
                                "signalbox_publish_seconds"));
        assertThat(management("health/readiness")).contains("\"status\":\"UP\"", "store", "broker");
    }

    @Test
    void runnerThatComesIsTold() {
        gateway.register(1);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(store().deciding(CollectionNames.EVENTS)
                                .countDocuments(new Document("type", "runner.online")))
                        .isOne());
    }

    private static ConfigurableApplicationContext start(List<String> properties) {
        var arguments = new ArrayList<>(properties);
        arguments.add("--spring.main.banner-mode=off");
        return new SpringApplicationBuilder(SchedulerApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new));
    }

    private String management(String endpoint) throws IOException, InterruptedException {
        String port = process.getEnvironment().getRequiredProperty("local.management.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + endpoint))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private Store store() {
        return process.getBean(Store.class);
    }

    private Assignment assigned() throws InterruptedException {
        Assignment assignment = gateway.assignments().poll(20, TimeUnit.SECONDS);
        assertThat(assignment).as("an assignment").isNotNull();
        return assignment;
    }

    private void reaches(TaskId task, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(gateway.task(task).getString("state")).isEqualTo(state));
    }

    private List<String> eventsOf(TaskId task) {
        return store().leaving(CollectionNames.EVENTS)
                .find(new Document("task", task.value()))
                .sort(Sorts.ascending("_id"))
                .map(it -> it.getString("type"))
                .into(new ArrayList<>());
    }

    @AfterEach
    void stop() {
        gateway.close();
        process.close();
        parts.close();
    }
}
