package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.agent.RelayScene.Assigned;
import org.junit.jupiter.api.Test;

/** When an official agent is sent home: it never goes by itself. A drain ends nothing that runs, a pause ends nothing at all. */
class LeavingTest {
    private final RelayScene scene = RelayScene.set();

    @Test
    void drainedAgentEndsItsJobFirst() {
        OfficialProcess agent = OfficialProcess.start(scene, "leave-drain-busy");
        Assigned assigned = agent.given();
        agent.fetch();
        agent.begins();
        scene.drain("leave-drain-busy");
        ScriptedAgent.action(agent.sync(), "continue");
        agent.ends("passed");
        assertThat(agent.sync().json().at("/shutdown_reason").asString()).isEqualTo("requested");
        assertThat(assigned.end()).containsEntry("result", "passed");
    }

    @Test
    void drainedAgentThatIsIdleGoesAtOnce() {
        OfficialProcess agent = OfficialProcess.start(scene, "leave-drain-idle");
        agent.sync();
        agent.sync();
        scene.drain("leave-drain-idle");
        assertThat(agent.until("shutdown").json().at("/shutdown_reason").asString())
                .isEqualTo("requested");
    }

    @Test
    void jobThatWasToldAndNotFetchedKeepsADrainedAgent() {
        OfficialProcess agent = OfficialProcess.start(scene, "leave-drain-told");
        agent.given();
        scene.drain("leave-drain-told");
        ScriptedAgent.action(agent.sync(), "continue");
        agent.fetch();
        agent.begins();
        ScriptedAgent.action(agent.sync(), "continue");
    }

    @Test
    void pausedAgentStaysAndASingleJobAgentGoesOnlyAfterItsJob() {
        OfficialProcess agent = OfficialProcess.start(scene, "leave-paused", "'single_job':true");
        agent.sync();
        scene.decide("leave-paused", "pause");
        for (int sync = 0; sync < 3; sync++) {
            ScriptedAgent.action(agent.sync(), "continue");
        }
        scene.decide("leave-paused", "resume");
        agent.given();
        agent.fetch();
        agent.begins();
        agent.ends("failed");
        assertThat(agent.sync().json().at("/shutdown_reason").asString()).isEqualTo("job-finished");
    }

    @Test
    void farewellThatWasLostIsToldAgain() {
        OfficialProcess agent = OfficialProcess.start(scene, "leave-again", "'single_job':true");
        agent.given();
        agent.fetch();
        agent.begins();
        agent.ends("passed");
        ScriptedAgent.action(agent.sync(), "shutdown");
        ScriptedAgent.action(agent.sync(), "shutdown");
    }

    @Test
    void idleTimeBeginsAnewAfterAJob() {
        OfficialProcess agent = OfficialProcess.start(scene, "leave-idle", "'idle_timeout':3");
        agent.given();
        agent.fetch();
        agent.begins();
        agent.sync();
        agent.ends("passed");
        ScriptedAgent.action(agent.sync(), "wait-for-jobs");
        ScriptedAgent.action(agent.sync(), "continue");
        assertThat(agent.until("shutdown").json().at("/shutdown_reason").asString())
                .isEqualTo("idle");
    }
}
