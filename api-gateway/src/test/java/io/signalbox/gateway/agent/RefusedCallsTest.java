package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.relay.refusal.ShownRefusals;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.TaskFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** I2: what is refused about an attempt stands on its task's timeline, with how often, from whom and why. */
class RefusedCallsTest {
    private static final String LINE = "{\"event\":\"cmd_output\",\"timestamp\":1,\"output\":\"late\"}";

    private final RelayScene scene = RelayScene.set();

    @Test
    void logBehindTheSealIsShownOnceWithHowOften() {
        ScriptedAgent agent = scene.runner("refused-log", 1);
        Assigned assigned = ended(agent, "refused-log");
        agent.push(assigned.id(), 0, LINE).is(422);
        agent.push(assigned.id(), 0, LINE).is(422);

        JsonNode refused = refused(assigned, "log", 2);
        assertThat(refused.at("/data/attempt").asString()).isEqualTo(assigned.id());
        assertThat(refused.at("/data/runner").asString())
                .isEqualTo(RunnerId.forName("refused-log").value());
        assertThat(refused.at("/data/why").asString()).contains("sealed");
        assertThat(Instant.parse(refused.at("/data/last").asString()))
                .isAfterOrEqualTo(Instant.parse(refused.at("/at").asString()));

        agent.push(assigned.id(), 0, LINE).is(422);
        refused(assigned, "log", 3);
    }

    @Test
    void callsOfAnotherRunnerAreShownOnTheTaskThatTheyAreAbout() {
        ScriptedAgent agent = scene.runner("refused-owner", 1);
        Assigned assigned = running(agent, "refused-owner");
        ScriptedAgent stranger = scene.runner("refused-stranger", 1);
        stranger.push(assigned.id(), 0, LINE).is(422);
        stranger.job(assigned.id()).is(404);
        ScriptedAgent.action(
                stranger.sync("{'state':'running-job','job_id':'" + assigned.id() + "','sync':1,'journal':[]}"),
                "stop-job");
        ScriptedAgent.action(
                stranger.sync("{'state':'finished-job','job_id':'" + assigned.id() + "','sync':2,'journal':[],"
                        + "'finished':{'result':'passed','exitCode':0,'logEnd':0,'startFrom':0,'events':[]}}"),
                "wait-for-jobs");

        for (String kind : new String[] {"log", "job", "outlived_sync", "finished"}) {
            assertThat(refused(assigned, kind, 1).at("/data/runner").asString())
                    .isEqualTo(RunnerId.forName("refused-stranger").value());
        }
        assertThat(assigned.end()).isNull();
    }

    @Test
    void refusedClaimSaysWhy() {
        ScriptedAgent agent = scene.runner("refused-claim", 1);
        Assigned assigned = scene.committed("refused-claim", 0);
        scene.collection(CollectionNames.REPORTS)
                .insertOne(new Document("_id", assigned.id() + ":start").append("withdrawn", true));
        // Held, so that the message meets a sync however late it comes; the sync itself looks for what is live, too.
        var _ = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        assigned.published();
        assertThat(refused(assigned, "claim", 1).at("/data/why").asString()).isNotBlank();
    }

    @Test
    void logOfAnAgentWhoseSessionWasEndedIsShown() {
        OfficialProcess agent = OfficialProcess.start(scene, "refused-dismissed");
        Assigned assigned = agent.given();
        agent.fetch();
        scene.gateway()
                .client()
                .delete("/api/v1/runners/" + RunnerId.forName("refused-dismissed") + "?force=true")
                .is(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> agent.agent().push(assigned.id(), 0, LINE).status() == 422);
        agent.begins();
        agent.until("stop-job");
        refused(assigned, "token", 2);
    }

    @Test
    void timelineIsInTheOrderOfTime() {
        ScriptedAgent agent = scene.runner("refused-order", 1);
        Assigned assigned = ended(agent, "refused-order");
        TaskId task = assigned.assignment().task();
        append(task, "task.queued", Instant.now().minusSeconds(60));
        append(task, "task.removed", Instant.now().plusSeconds(60));
        agent.push(assigned.id(), 0, LINE).is(422);
        refused(assigned, "log", 1);
        assertThat(timeline(assigned).valueStream().map(it -> it.at("/type").asString()))
                .containsExactly("task.queued", "call.refused", "task.removed");
    }

    @Test
    void whatIsAboutNoAttemptIsOnNoTimeline() {
        ScriptedAgent agent = scene.runner("refused-nothing", 1);
        Assigned assigned = running(agent, "refused-nothing");
        String nobodys = UUID.randomUUID().toString();
        agent.push(nobodys, 0, LINE).is(422);
        agent.push(assigned.id(), 0, "no event").is(422);
        refused(assigned, "log", 1);
        assertThat(scene.collection(CollectionNames.REFUSALS).find().map(it -> it.getString("_id")))
                .noneMatch(id -> id.contains(new AttemptId(nobodys).value()));
    }

    private Assigned running(ScriptedAgent agent, String name) {
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        Assigned assigned = scene.committed(name, 0).published();
        ScriptedAgent.action(held.join(), "run-job");
        return assigned;
    }

    private Assigned ended(ScriptedAgent agent, String name) {
        Assigned assigned = running(agent, name);
        ScriptedAgent.action(
                agent.sync("{'state':'finished-job','job_id':'" + assigned.id() + "','sync':2,'journal':['"
                        + assigned.id()
                        + "'],'finished':{'result':'passed','exitCode':0,'logEnd':0,'startFrom':0,'events':[]}}"),
                "wait-for-jobs");
        assigned.ended("passed");
        return assigned;
    }

    private JsonNode refused(Assigned assigned, String kind, int atLeast) {
        JsonNode[] found = new JsonNode[1];
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            scene.gateway().bean(ShownRefusals.class).flush();
            found[0] = timeline(assigned)
                    .valueStream()
                    .filter(it -> it.at("/type").asString().equals("call.refused"))
                    .filter(it -> it.at("/data/kind").asString().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing refused of kind " + kind));
            assertThat(found[0].at("/data/count").asInt()).isGreaterThanOrEqualTo(atLeast);
        });
        return found[0];
    }

    private JsonNode timeline(Assigned assigned) {
        String path = "/api/v1/tasks/" + assigned.assignment().task() + "/timeline";
        return scene.gateway().client().get(path).is(200).json().at("/items");
    }

    private void append(TaskId task, String type, Instant at) {
        Document event = new Document("key", type)
                .append("type", type)
                .append("at", Date.from(at))
                .append("data", new Document());
        scene.collection(CollectionNames.TASKS)
                .updateOne(Filters.eq("_id", task.value()), Updates.push(TaskFields.OUTBOX, event));
    }
}
