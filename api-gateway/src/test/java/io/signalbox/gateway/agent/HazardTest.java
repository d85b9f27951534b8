package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.agent.OfficialProcess.Crashed;
import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What hurts an official agent, and what such an agent does to a relay; {@code docs/protocol.md} lists which test shows which. */
class HazardTest {
    private static final String STARTED = "{\"event\":\"job_started\",\"timestamp\":1}";
    private static final String FINISHED = "{\"event\":\"job_finished\",\"timestamp\":2,\"result\":\"passed\"}";

    private final RelayScene scene = RelayScene.set();

    @Test
    void stopComesOnlyInStateRunningJobAndNamesTheJob() {
        OfficialProcess agent = busy("hazard-stop");
        agent.assigned().stopped();
        agent.goesThroughAllStates(2);
        agent.ends("stopped");
        ScriptedAgent.action(agent.sync(), "wait-for-jobs");
    }

    @Test
    void nothingThatIsForIdleAgentsComesToABusyOne() {
        OfficialProcess agent =
                busy("hazard-busy", "'single_job':true,'idle_timeout':1,'interruption_grace_period':60");
        scene.drain("hazard-busy");
        agent.interrupt();
        agent.goesThroughAllStates(3);
        agent.assigned().ended("lost");
        agent.goesThroughAllStates(3);
        assertThat(agent.jobsBegun()).isEqualTo(1);
        agent.ends("stopped");
        ScriptedAgent.action(agent.sync(), "shutdown");
    }

    @Test
    void everyPayloadHasALoggerThatIsPushedTo() {
        OfficialProcess agent = OfficialProcess.start(scene, "hazard-logger");
        Assigned assigned = agent.given();
        assertPushes(agent.fetch().toString());
        assigned.mustEnd();
        assertPushes(agent.fetch().toString());
        assigned.ended("canceled");
        assertPushes(agent.fetch().toString());
    }

    private static void assertPushes(String payload) {
        assertThat(payload).contains("\"method\":\"push\"", "/api/v1/logs/").doesNotContain("start_from");
    }

    @Test
    void refusalsHaveNoBodyThatWouldLeakAConnection() {
        OfficialProcess agent = busy("hazard-bodies");
        ScriptedAgent calls = agent.agent();
        String id = agent.assigned().id();
        calls.push(id, 0, STARTED, FINISHED).is(200);
        for (Answer answer : List.of(
                calls.push(id, 0, FINISHED).is(422),
                calls.push("nonsense", 0, STARTED).is(400),
                ScriptedAgent.with(scene.gateway().client(), "sba_none")
                        .push(id, 0, STARTED)
                        .is(401),
                calls.job("00000000-0000-8000-8000-000000000000").is(404),
                calls.sync("{'state':'dancing'}").is(400))) {
            assertThat(answer.response().body()).isEmpty();
        }
    }

    @Test
    void everyNumberIsAnInteger() {
        OfficialProcess agent = OfficialProcess.start(scene, "hazard-numbers");
        assertIntegers(agent.sync());
        agent.given("{\"commands\":[\"x\"],\"timeout\":\"PT1.5S\",\"stopGrace\":\"PT2S\"}");
        assertThat(agent.fetch().toString()).doesNotContainPattern(":\\d+[.eE]");
        agent.begins();
        assertIntegers(agent.sync());
        agent.ends("passed");
        assertIntegers(agent.sync());
    }

    private static void assertIntegers(Answer answer) {
        assertThat(answer.json().at("/next_sync_after").isInt()).isTrue();
    }

    @Test
    void shortJobIsTakenThatWasNeverSeenToRun() {
        OfficialProcess agent = OfficialProcess.start(scene, "hazard-short");
        Assigned assigned = agent.given();
        agent.fetch();
        agent.ends("passed");
        ScriptedAgent.action(agent.sync(), "wait-for-jobs");
        assertThat(assigned.end()).containsEntry("result", "passed");
    }

    @Test
    void jobThatCouldNotBeFetchedEndsAsFailed() {
        OfficialProcess agent = OfficialProcess.start(scene, "hazard-unfetched");
        Assigned assigned = agent.given();
        agent.ends("failed");
        ScriptedAgent.action(agent.sync(), "wait-for-jobs");
        assertThat(assigned.end()).containsEntry("result", "failed");
    }

    @Test
    void endIsTakenAlthoughTheLogNeverCameAndAStrayPushAfterIt() {
        OfficialProcess agent = busy("hazard-log-down");
        agent.ends("passed");
        ScriptedAgent.action(agent.sync(), "wait-for-jobs");
        assertThat(agent.assigned().end()).containsEntry("result", "passed");
        agent.agent().push(agent.assigned().id(), 0, STARTED, FINISHED).is(200);
    }

    @Test
    void logThatWasGivenUpAndGoesOnFurtherUpStatesItsGap() {
        OfficialProcess agent = busy("hazard-gap");
        agent.agent().push(agent.assigned().id(), 0, STARTED).is(200);
        agent.agent().push(agent.assigned().id(), 5, FINISHED).is(200);
        agent.agent().push(agent.assigned().id(), 1, STARTED).is(200);
    }

    @Test
    void tokenThatARefreshGaveGoesOnPushing() {
        OfficialProcess agent = busy("hazard-refresh");
        String token = agent.agent().refresh().is(200).json().at("/token").asString();
        ScriptedAgent.with(scene.gateway().client(), token)
                .push(agent.assigned().id(), 0, STARTED)
                .is(200);
    }

    @Test
    void scriptedAgentDiesOfWhatTheRealOneDiesOf() {
        for (String action : List.of("stop-job", "wait-for-jobs", "shutdown", "dance")) {
            OfficialProcess agent = OfficialProcess.start(scene, "hazard-dies-" + action);
            agent.told("run-job", "any");
            assertThat(Crashed.by(() -> agent.told(action, "any"))).as(action).isTrue();
        }
    }

    private OfficialProcess busy(String name) {
        return busy(name, "'single_job':false,'idle_timeout':0,'interruption_grace_period':0");
    }

    private OfficialProcess busy(String name, String manners) {
        OfficialProcess agent = OfficialProcess.start(scene, name, manners);
        agent.given();
        agent.fetch();
        return agent;
    }
}
