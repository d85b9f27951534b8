package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.http.ApiClient;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.RunnerFields;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The runners of the client API. */
class RunnerApiTest {
    private final RelayScene scene = RelayScene.set();
    private final ApiClient client = scene.gateway().client();

    @Test
    void runnerIsShownWithoutItsSecrets() {
        scene.runner("api-show", 2);
        Answer answer = client.get(path("api-show")).is(200);
        assertThat(answer.json().at("/name").asString()).isEqualTo("api-show");
        assertThat(answer.json().at("/state").asString()).isEqualTo("online");
        assertThat(answer.json().at("/slots").size()).isEqualTo(2);
        assertThat(answer.response().body()).doesNotContain("sba_", "tokenHash");
    }

    @Test
    void whatTheRunnerSaysOfItselfIsShown() {
        ScriptedAgent agent = scene.runner("api-health", 1);
        for (int sync = 1; sync <= 8; sync++) {
            agent.sync("{'state':'waiting-for-jobs','sync':" + sync + ",'journal':[],'unready':'less than 1 GiB free',"
                            + "'health':[" + sample(sync) + "]}")
                    .is(200);
        }
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            var runner = client.get(path("api-health")).is(200).json();
            assertThat(runner.at("/unready").asString()).isEqualTo("less than 1 GiB free");
            assertThat(runner.at("/health").size()).isEqualTo(6);
            assertThat(runner.at("/health/5/at").asString()).isEqualTo("2026-01-01T00:00:08.000Z");
        });
        agent.sync("{'state':'waiting-for-jobs','sync':9,'journal':[]}").is(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() ->
                        client.get(path("api-health")).json().at("/unready").isNull());
    }

    @Test
    void whyTheSchedulerSetARunnerAsideIsShown() {
        scene.runner("api-set-aside", 1);
        var runner = client.get(path("api-set-aside")).is(200).json();
        assertThat(runner.at("/setAside").isNull()).isTrue();

        scene.gateway()
                .bean(Store.class)
                .deciding(CollectionNames.RUNNER_STATES)
                .insertOne(new Document(RunnerFields.ID, runner.at("/id").asString())
                        .append(RunnerFields.PRESENCE, "online")
                        .append(RunnerFields.DISTRUST, "it failed 5 tasks"));

        assertThat(client.get(path("api-set-aside"))
                        .is(200)
                        .json()
                        .at("/setAside")
                        .asString())
                .isEqualTo("it failed 5 tasks");
    }

    @Test
    void historyOfItsMachineIsShown() {
        ScriptedAgent agent = scene.runner("api-history", 1);
        for (int sync = 1; sync <= 9; sync++) {
            agent.sync("{'state':'waiting-for-jobs','sync':" + sync + ",'journal':[],'health':[" + sample(sync) + "]}")
                    .is(200);
        }
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var all = client.get(path("api-history") + "/health").is(200).json();
            assertThat(all.at("/items").size()).isEqualTo(9);
            assertThat(all.at("/items/0/at").asString()).isEqualTo("2026-01-01T00:00:01.000Z");
            assertThat(all.at("/items/0/memoryFree").isNumber()).isTrue();
        });
        var recent = client.get(path("api-history") + "/health?since=2026-01-01T00:00:08Z")
                .is(200);
        assertThat(recent.json().at("/items").size()).isEqualTo(2);
        client.get(path("api-history") + "/health?since=yesterday").isProblem(400, "invalid_parameter");
        client.get(path("api-nobody") + "/health").isProblem(404, "not_found");
    }

    @Test
    void runnersAreFilteredAndPaged() {
        scene.newcomer().registered("{'name':'api-list-1','tags':['api-list']}");
        scene.newcomer().registered("{'name':'api-list-2','tags':['api-list']}");
        Answer first = client.get("/api/v1/runners?tag=api-list&limit=1").is(200);
        assertThat(first.json().at("/items/0/name").asString()).isEqualTo("api-list-1");
        String cursor = first.json().at("/next").asString();
        Answer second = client.get("/api/v1/runners?tag=api-list&limit=1&cursor=" + cursor)
                .is(200);
        assertThat(second.json().at("/items/0/name").asString()).isEqualTo("api-list-2");
        assertThat(second.json().at("/next").isNull()).isTrue();
        client.get("/api/v1/runners?pool=Wrong!").isProblem(400, "invalid_parameter");
    }

    @Test
    void pauseAndResumeAreKept() {
        scene.runner("api-pause", 1);
        assertThat(client.post(path("api-pause") + "/pause")
                        .is(200)
                        .json()
                        .at("/paused")
                        .asBoolean())
                .isTrue();
        assertThat(client.post(path("api-pause") + "/resume")
                        .is(200)
                        .json()
                        .at("/paused")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void drainedRunnerIsSentHomeWhenItIsIdle() {
        ScriptedAgent agent = scene.runner("api-drain", 1);
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> client.get("/api/v1/runners?tag=default").json().size() > 0);
        client.post(path("api-drain") + "/drain").is(200);
        ScriptedAgent.action(held.join(), "continue");
        Answer leave =
                ScriptedAgent.action(agent.sync("{'state':'waiting-for-jobs','sync':2,'journal':[]}"), "shutdown");
        assertThat(leave.json().at("/shutdown_reason").asString()).isEqualTo("requested");
    }

    @Test
    void busyRunnerIsRemovedOnlyByForce() {
        ScriptedAgent agent = scene.runner("api-remove", 1);
        scene.committed("api-remove", 0);
        client.delete(path("api-remove")).isProblem(409, "runner_busy");
        client.delete(path("api-remove") + "?force=true").is(204);
        client.get(path("api-remove")).isProblem(404, "not_found");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> agent.sync("{'state':'waiting-for-jobs','sync':1}").status() == 401);
    }

    private static String sample(int second) {
        return "{'at':'2026-01-01T00:00:0" + second
                + ".000Z','cpu':0.5,'load':1.5,'memoryFree':1,'memoryTotal':2,'diskFree':3," + "'diskTotal':4}";
    }

    private static String path(String name) {
        return "/api/v1/runners/" + RunnerId.forName(name);
    }
}
