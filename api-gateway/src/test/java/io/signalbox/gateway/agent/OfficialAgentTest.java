package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.model.id.RunnerId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The happy path of the agents' protocol, and what an outlived agent gets. */
class OfficialAgentTest {
    private static final String WAITS = "{'state':'waiting-for-jobs','job_id':'','job_result':'','interrupted_at':0}";

    private final RelayScene scene = RelayScene.set();

    @Test
    void taskTravelsInTheStepsOfTheProtocol() {
        ScriptedAgent agent = scene.official("official-happy");
        ScriptedAgent.action(agent.sync(WAITS), "continue");
        Assigned assigned = scene.committed("official-happy", 0).published();
        var run = ScriptedAgent.action(agent.sync(WAITS), "run-job").json();
        assertThat(run.at("/job_id").asString()).isEqualTo(assigned.id());
        assertThat(run.at("/next_sync_after").isInt()).isTrue();
        assertThat(assigned.claim()).isNull();

        var job = agent.job(assigned.id()).is(200).json();
        assertThat(job.at("/job_id").asString()).isEqualTo(assigned.id());
        assertThat(job.at("/logger/method").asString()).isEqualTo("push");
        assertThat(job.at("/logger/url").asString()).endsWith("/api/v1/logs/" + assigned.id());
        assertThat(assigned.claim()).containsEntry("withdrawn", false);

        ScriptedAgent.action(agent.sync(state("running-job", assigned, "")), "continue");
        assertThat(agent.push(assigned.id(), 0, "{\"event\":\"job_started\",\"timestamp\":1}")
                        .is(200)
                        .response()
                        .body())
                .isEmpty();
        agent.push(assigned.id(), 1, "{\"event\":\"job_finished\",\"timestamp\":2,\"result\":\"passed\"}")
                .is(200);
        ScriptedAgent.action(agent.sync(state("finished-job", assigned, "passed")), "wait-for-jobs");
        assertThat(assigned.end()).containsEntry("result", "passed");
        assertThat(agent.disconnect().is(200).response().body()).isEmpty();
        assertThat(scene.runnerDocument("official-happy").get("disconnectedAt")).isNotNull();
        ScriptedAgent.action(agent.sync(WAITS), "shutdown");
        agent.disconnect().is(200);
    }

    @Test
    void waitingTaskReachesAnIdleAgentThroughTheHeldSync() {
        String name = "official-held";
        ScriptedAgent agent = scene.official(name);
        ScriptedAgent.action(agent.sync(WAITS), "continue");
        CompletableFuture<Answer> held = agent.held(0, WAITS);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> isHeld(name));
        assertThat(held).isNotDone();
        Assigned assigned = scene.committed(name, 0).published();
        Answer woken = ScriptedAgent.action(held.join(), "continue");
        assertThat(woken.json().at("/next_sync_after").asInt()).isBetween(1, 100);
        var run = ScriptedAgent.action(agent.sync(WAITS), "run-job").json();
        assertThat(run.at("/job_id").asString()).isEqualTo(assigned.id());
    }

    private boolean isHeld(String runner) {
        return scene.gateway()
                .bean(Sessions.class)
                .of(RunnerId.forName(runner))
                .flatMap(session -> session.slot(0))
                .flatMap(slot -> slot.view().held())
                .filter(Held::mustAskAnew)
                .isPresent();
    }

    @Test
    void runningJobIsStoppedAtItsNextSync() {
        ScriptedAgent agent = scene.official("official-stop");
        Assigned assigned = fetched(agent, "official-stop");
        ScriptedAgent.action(agent.sync(state("starting-job", assigned, "")), "continue");
        assigned.stop();
        var stop = ScriptedAgent.action(agent.sync(state("running-job", assigned, "")), "stop-job");
        assertThat(stop.json().at("/job_id").asString()).isEqualTo(assigned.id());
    }

    @Test
    void outlivedJobComesWithoutCommandsAndItsEndIsTakenNote() {
        ScriptedAgent agent = scene.official("official-late");
        Assigned assigned = fetched(agent, "official-late");
        agent.push(assigned.id(), 0, "{\"event\":\"job_started\",\"timestamp\":1}")
                .is(200);
        assigned.ended("lost");
        var job = agent.job(assigned.id()).is(200).json();
        assertThat(job.at("/commands").size()).isZero();
        assertThat(job.at("/logger/method").asString()).isEqualTo("push");
        ScriptedAgent.action(agent.sync(state("finished-job", assigned, "failed")), "wait-for-jobs");
        assertThat(assigned.end()).containsEntry("result", "failed");
    }

    @Test
    void jobOfAnotherRunnerDoesNotExist() {
        ScriptedAgent agent = scene.official("official-owner");
        Assigned assigned = fetched(agent, "official-owner");
        ScriptedAgent thief = scene.official("official-thief");
        thief.job(assigned.id()).is(404);
        thief.push(assigned.id(), 0, "{\"event\":\"job_started\",\"timestamp\":1}")
                .is(422);
        ScriptedAgent.action(thief.sync(state("finished-job", assigned, "passed")), "wait-for-jobs");
        assertThat(assigned.end()).isNull();
    }

    @Test
    void whatCannotBeReadIsRefusedWithAnEmptyBody() {
        ScriptedAgent agent = scene.official("official-garbage");
        for (String body : new String[] {"", "nonsense", "[]", "{'state':'dancing'}", "{'state':5}", "{}"}) {
            assertThat(agent.sync(body).is(400).response().body()).isEmpty();
        }
        assertThat(ScriptedAgent.with(scene.gateway().client(), "sba_wrong")
                        .sync(WAITS)
                        .is(401)
                        .response()
                        .body())
                .isEmpty();
        agent.job("no-uuid").is(404);
        assertThat(agent.refresh().is(200).json().at("/token").asString()).isEqualTo(agent.token());
    }

    private Assigned fetched(ScriptedAgent agent, String name) {
        ScriptedAgent.action(agent.sync(WAITS), "continue");
        Assigned assigned = scene.committed(name, 0).published();
        ScriptedAgent.action(agent.sync(WAITS), "run-job");
        agent.job(assigned.id()).is(200);
        return assigned;
    }

    private static String state(String state, Assigned assigned, String result) {
        return "{'state':'" + state + "','job_id':'" + assigned.id() + "','job_result':'" + result
                + "','interrupted_at':0}";
    }
}
