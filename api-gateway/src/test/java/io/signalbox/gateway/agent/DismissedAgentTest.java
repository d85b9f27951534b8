package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.ApiClient;
import io.signalbox.model.id.RunnerId;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Hazard "401 on sync to kick an agent": an official agent whose session was ended is led to its end, where a refusal would do nothing for ten minutes. */
class DismissedAgentTest {
    private static final String EVENT = "{\"event\":\"job_started\",\"timestamp\":1}";

    private final RelayScene scene = RelayScene.set();
    private final ApiClient client = scene.gateway().client();

    @Test
    void removedAgentIsToldToStopAndThenToGo() {
        OfficialProcess agent = OfficialProcess.start(scene, "dismissed-removed");
        Assigned assigned = agent.given();
        agent.fetch();
        remove("dismissed-removed");
        leaves(agent, assigned);
    }

    @Test
    void agentOfARevokedTokenIsToldToStopAndThenToGo() {
        String tokens = "/api/v1/pools/default/registration-tokens";
        var issued = client.post(tokens, "{}").is(201).json();
        ScriptedAgent newcomer = ScriptedAgent.with(client, issued.at("/value").asString());
        OfficialProcess agent = OfficialProcess.start(scene, "dismissed-revoked", newcomer);
        Assigned assigned = agent.given();
        agent.fetch();
        client.delete(tokens + "/" + issued.at("/id").asString() + "?endSessions=true")
                .is(204);
        leaves(agent, assigned);
    }

    @Test
    void agentWhoseSessionAnotherTookOverIsToldToStopAndThenToGo() {
        OfficialProcess agent = OfficialProcess.start(scene, "dismissed-outlived");
        Assigned assigned = agent.given();
        agent.fetch();
        ScriptedAgent other =
                agent.agent().registered(OfficialProcess.registration("dismissed-outlived", "'single_job':false"));
        leaves(agent, assigned);
        ScriptedAgent.action(other.sync(OfficialProcess.WAITS), "continue");
    }

    @Test
    void idleOneIsSentHome() {
        OfficialProcess agent = OfficialProcess.start(scene, "dismissed-idle");
        agent.sync();
        remove("dismissed-idle");
        assertThat(agent.until("shutdown").json().at("/shutdown_reason").asString())
                .isEqualTo("requested");
    }

    @Test
    void tokenThatNeverWasOneIsRefused() {
        ScriptedAgent.with(client, "sba_never").sync(OfficialProcess.WAITS).is(401);
        ScriptedAgent.with(client, "sba_never").disconnect().is(401);
    }

    /** The stream of a body that was not read is reset behind the answer, which some clients then never see. */
    @Test
    void refusalIsHeardHoweverOftenItComes() {
        ScriptedAgent stranger = ScriptedAgent.with(client, "sba_never");
        for (int call = 0; call < 300; call++) {
            stranger.sync(OfficialProcess.WAITS).is(401);
            stranger.push(RunnerId.forName("any").value(), 0, EVENT).is(401);
        }
    }

    private void remove(String name) {
        client.delete("/api/v1/runners/" + RunnerId.forName(name) + "?force=true")
                .is(204);
    }

    /** Never stopped while it starts, stopped once it runs, heard no more of, and sent home. */
    private static void leaves(OfficialProcess agent, Assigned assigned) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> agent.agent().push(assigned.id(), 0, EVENT).status() == 422);
        ScriptedAgent.action(agent.sync(), "continue");
        agent.begins();
        var stop = ScriptedAgent.action(agent.sync(), "stop-job");
        assertThat(stop.json().at("/job_id").asString()).isEqualTo(assigned.id());
        ScriptedAgent.action(agent.sync(), "continue");
        agent.agent().job(assigned.id()).is(401);
        agent.ends("stopped");
        ScriptedAgent.action(agent.sync(), "shutdown");
        assertThat(assigned.end()).isNull();
        assertThat(agent.agent().disconnect().is(200).response().body()).isEmpty();
    }
}
