package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OurRunnerTest {
    private final RelayScene scene = RelayScene.set();

    @Test
    void taskTravelsWithTwoRequests() {
        ScriptedAgent agent = scene.runner("two-requests", 1);
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','slot':0,'sync':1,'journal':[]}");
        Assigned assigned = scene.committed("two-requests", 0).published();

        Answer run = ScriptedAgent.action(held.join(), "run-job");
        assertThat(run.json().at("/job_id").asString()).isEqualTo(assigned.id());
        assertThat(run.json().at("/job/commands/0/directive").asString()).isEqualTo("echo hi");
        assertThat(run.json().at("/job/logger/token").asString()).isEqualTo(agent.token());
        assertThat(run.json().at("/job/env_vars").toString())
                .contains(Base64.getEncoder().encodeToString("ä".getBytes(StandardCharsets.UTF_8)));
        assertThat(assigned.claim()).containsEntry("sync", 1L).containsEntry("withdrawn", false);

        Answer end = agent.sync("{'state':'finished-job','job_id':'" + assigned.id()
                + "','slot':0,'sync':2,'journal':['" + assigned.id() + "'],'finished':{'result':'passed','exitCode':0,"
                + "'logEnd':1,'startFrom':0,'events':['{\\\"event\\\":\\\"job_started\\\",\\\"timestamp\\\":1}']}}");
        ScriptedAgent.action(end, "wait-for-jobs");
        assertThat(assigned.end())
                .containsEntry("result", "passed")
                .containsEntry("exitCode", 0)
                .containsEntry("logEnd", 1L);
    }

    @Test
    void whatMayRunTwiceComesWithItsDeadlineAndWithItsContainer() {
        ScriptedAgent agent = scene.runner("own-deadline", 1);
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        scene.committed("own-deadline", 0, RelayScene.EPOCH, """
                        {"commands":["echo hi"],"onLost":{"policy":"requeue","after":"PT60S"},
                         "executor":{"type":"docker","image":"debian:12"}}""").published();
        Answer run = ScriptedAgent.action(held.join(), "run-job");
        assertThat(run.json().at("/job/killAfter").asString()).isEqualTo("PT45S");
        assertThat(run.json().at("/job/executor").asString()).isEqualTo("docker");
        assertThat(run.json().at("/job/container/image").asString()).isEqualTo("debian:12");
    }

    @Test
    void pushThatMeetsTheSealIsRefused() {
        ScriptedAgent agent = scene.runner("sealed-log", 1);
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        Assigned assigned = scene.committed("sealed-log", 0).published();
        ScriptedAgent.action(held.join(), "run-job");
        agent.push(assigned.id(), 0, "{\"event\":\"job_started\",\"timestamp\":1}")
                .is(200);
        String end = "{'state':'finished-job','job_id':'" + assigned.id() + "','sync':2,'journal':['" + assigned.id()
                + "'],'finished':{'result':'passed','logEnd':1,'startFrom':1,'events':[]}}";
        ScriptedAgent.action(agent.sync(end), "wait-for-jobs");
        agent.push(assigned.id(), 0, "{\"event\":\"job_started\",\"timestamp\":1}")
                .is(200);
        Answer late = agent.push(assigned.id(), 1, "{\"event\":\"cmd_output\",\"timestamp\":2,\"output\":\"x\"}");
        assertThat(late.is(422).response().body()).isEmpty();
    }
}
