package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.agent.OfficialProcess.Crashed;
import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The checklist M1 to M13 of the agents' protocol, played by an agent that behaves as the protocol says, hazards included. */
class ChecklistTest {
    private static final String PORTION = "{\"event\":\"job_started\",\"timestamp\":1}";

    private final RelayScene scene = RelayScene.set();

    @Test
    void m1AllControlCallsAreServedBelowTheBasePath() {
        OfficialProcess agent = OfficialProcess.start(scene, "m1");
        Assigned assigned = agent.given();
        agent.agent().job(assigned.id()).is(200);
        agent.agent().disconnect().is(200);
    }

    @Test
    void m2BodiesWithoutContentTypeAreRead() {
        OfficialProcess agent = OfficialProcess.start(scene, "m2");
        assertThat(agent.sync().json().at("/action").asString()).isEqualTo("continue");
    }

    @Test
    void m3SchemesOfTheTokenAreTakenAsTheAgentSendsThem() {
        OfficialProcess agent = OfficialProcess.start(scene, "m3");
        Assigned assigned = agent.given();
        agent.fetch();
        agent.agent().push(assigned.id(), 0, PORTION).is(200);
        agent.agent().bearer(OfficialProcess.WAITS).is(401);
    }

    @Test
    void m4EverythingButTheRegistrationIsAnsweredWithExactly200() {
        Answer registered = scene.newcomer().register(OfficialProcess.registration("m4", "'pid':1"));
        assertThat(registered.is(201).json().propertyNames()).contains("name", "token");
        OfficialProcess agent = OfficialProcess.start(scene, "m4-calls");
        Assigned assigned = agent.given();
        agent.agent().job(assigned.id()).is(200);
        agent.agent().push(assigned.id(), 0, PORTION).is(200);
        agent.agent().refresh().is(200);
        agent.agent().disconnect().is(200);
    }

    @Test
    void m5SyncsAreAnsweredLongBeforeTheAgentGivesUp() {
        OfficialProcess agent = OfficialProcess.start(scene, "m5");
        Instant begin = Instant.now();
        agent.sync();
        agent.sync();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void m6StopIsHeldBackUntilTheJobRuns() {
        OfficialProcess agent = OfficialProcess.start(scene, "m6");
        Assigned assigned = agent.given();
        assigned.stopped();
        agent.fetch();
        agent.sync();
        assertThat(agent.state()).as("no stop while it starts").isEqualTo("starting-job");
        agent.begins();
        Answer stop = agent.sync();
        assertThat(stop.json().at("/action").asString()).isEqualTo("stop-job");
        assertThat(stop.json().at("/job_id").asString()).isEqualTo(assigned.id());
    }

    @Test
    void m6RunIsNeverRepeatedToAnAgentThatHasTheJob() {
        OfficialProcess agent = OfficialProcess.start(scene, "m6-run");
        agent.given();
        agent.fetch();
        for (int sync = 0; sync < 3; sync++) {
            agent.sync();
        }
        agent.begins();
        agent.sync();
        assertThat(agent.jobsBegun()).isEqualTo(1);
    }

    @Test
    void m7EndIsAcknowledgedHoweverOftenItIsReported() {
        OfficialProcess agent = OfficialProcess.start(scene, "m7");
        Assigned assigned = agent.given();
        agent.fetch();
        agent.begins();
        String end =
                "{'state':'finished-job','job_id':'" + assigned.id() + "','job_result':'passed','interrupted_at':0}";
        for (int report = 0; report < 3; report++) {
            ScriptedAgent.action(agent.agent().sync(end), "wait-for-jobs");
        }
        assertThat(assigned.end()).containsEntry("result", "passed");
    }

    @Test
    void m7EndWithoutAJobIsAnsweredAndEndsNothing() {
        OfficialProcess agent = OfficialProcess.start(scene, "m7-empty");
        ScriptedAgent.action(
                agent.agent().sync("{'state':'finished-job','job_id':'','job_result':'failed','interrupted_at':0}"),
                "wait-for-jobs");
    }

    @Test
    void m8LogIsPushedToAnAddressWithoutAQuery() {
        OfficialProcess agent = OfficialProcess.start(scene, "m8");
        agent.given();
        var logger = agent.fetch().at("/logger");
        assertThat(logger.at("/method").asString()).isEqualTo("push");
        assertThat(logger.at("/url").asString()).startsWith("https://").doesNotContain("?");
    }

    @Test
    void m9RepeatedAndLongerBatchesAreTakenWithEmptyBodies() {
        OfficialProcess agent = OfficialProcess.start(scene, "m9");
        Assigned assigned = agent.given();
        agent.fetch();
        String more = "{\"event\":\"cmd_started\",\"timestamp\":1,\"directive\":\"echo\"}";
        for (String[] batch : new String[][] {{PORTION}, {PORTION}, {PORTION, more}, {PORTION, more}}) {
            Answer pushed = agent.agent().push(assigned.id(), 0, batch).is(200);
            assertThat(pushed.response().body()).isEmpty();
        }
    }

    @Test
    void m10ValuesArePaddedBase64AndModesOctal() {
        OfficialProcess agent = OfficialProcess.start(scene, "m10");
        agent.given();
        var job = agent.fetch();
        assertThat(job.at("/env_vars").toString()).contains("w6Q=");
        assertThat(job.at("/files/0/content").asString()).isEqualTo("aGk=");
        assertThat(job.at("/files/0/mode").asString()).isEqualTo("0600");
    }

    @Test
    void m11ComposeComesWithItsContainer() {
        OfficialProcess agent = OfficialProcess.start(scene, "m11");
        agent.given("{\"commands\":[\"echo hi\"],\"executor\":{\"type\":\"docker\",\"image\":\"debian:12\"}}");
        var job = agent.fetch();
        assertThat(job.at("/executor").asString()).isEqualTo("dockercompose");
        assertThat(job.at("/compose/containers/0/image").asString()).isEqualTo("debian:12");
        assertThat(job.at("/compose/containers/0/name").asString()).isEqualTo("main");
    }

    @Test
    void m12ShutdownIsDecidedHere() {
        OfficialProcess single = OfficialProcess.start(scene, "m12-single", "'single_job':true");
        single.given();
        single.fetch();
        single.begins();
        single.ends("passed");
        assertThat(single.sync().json().at("/shutdown_reason").asString()).isEqualTo("job-finished");
        OfficialProcess interrupted = OfficialProcess.start(scene, "m12-interrupted");
        interrupted.interrupt();
        assertThat(interrupted.settled().json().at("/shutdown_reason").asString())
                .isEqualTo("interrupted");
        OfficialProcess idle = OfficialProcess.start(scene, "m12-idle", "'idle_timeout':1");
        assertThat(idle.settled().json().at("/shutdown_reason").asString()).isEqualTo("idle");
    }

    @Test
    void m12InterruptedJobIsStoppedAfterItsGrace() {
        OfficialProcess agent = OfficialProcess.start(scene, "m12-grace", "'interruption_grace_period':2");
        agent.given();
        agent.fetch();
        agent.begins();
        agent.interrupt();
        ScriptedAgent.action(agent.sync(), "continue");
        assertThat(agent.until("stop-job").json().at("/action").asString()).isEqualTo("stop-job");
        agent.ends("stopped");
        assertThat(agent.sync().json().at("/shutdown_reason").asString()).isEqualTo("interrupted");
    }

    @Test
    void m12InterruptedJobWithoutGraceIsStoppedAtOnceAndItsEndSaysSo() {
        OfficialProcess agent = OfficialProcess.start(scene, "m12-no-grace");
        Assigned assigned = agent.given();
        agent.fetch();
        agent.begins();
        agent.interrupt();
        ScriptedAgent.action(agent.sync(), "stop-job");
        agent.ends("stopped");
        ScriptedAgent.action(agent.sync(), "shutdown");
        assertThat(assigned.end()).containsEntry("result", "stopped").containsEntry("code", "runner_restarted");
    }

    @Test
    void m12InterruptedJobThatEndsWithinItsGraceEndsAsItDid() {
        OfficialProcess agent = OfficialProcess.start(scene, "m12-in-grace", "'interruption_grace_period':60");
        Assigned assigned = agent.given();
        agent.fetch();
        agent.begins();
        agent.interrupt();
        ScriptedAgent.action(agent.sync(), "continue");
        agent.ends("passed");
        assertThat(agent.sync().json().at("/shutdown_reason").asString()).isEqualTo("interrupted");
        assertThat(assigned.end()).containsEntry("result", "passed").doesNotContainKey("code");
    }

    @Test
    void m13NumbersAreIntegers() {
        OfficialProcess agent = OfficialProcess.start(scene, "m13");
        Answer answer = agent.sync();
        assertThat(answer.json().at("/next_sync_after").isInt()).isTrue();
        assertThat(answer.response().body()).doesNotContain(".0");
    }

    @Test
    void jobThatMustEndBeforeItWasFetchedCannotPass() {
        OfficialProcess agent = OfficialProcess.start(scene, "must-end");
        Assigned assigned = agent.given();
        assigned.mustEnd();
        assertThat(agent.fetch().at("/commands").toString())
                .contains("return 130")
                .doesNotContain("echo hi");
    }

    @Test
    void fetchThatIsRepeatedGetsTheJobAgain() {
        OfficialProcess agent = OfficialProcess.start(scene, "fetch-twice");
        agent.given();
        agent.fetch();
        assertThat(agent.fetch().at("/commands/0/directive").asString()).isEqualTo("echo hi");
    }

    @Test
    void scriptedAgentCrashesWhereTheRealOneWould() {
        OfficialProcess agent = OfficialProcess.start(scene, "crash");
        assertThat(Crashed.by(() -> agent.told("stop-job", "any"))).isTrue();
    }
}
