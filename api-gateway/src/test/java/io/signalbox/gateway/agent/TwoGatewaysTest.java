package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.RunnerFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** C5: any gateway serves any agent, over one store. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoGatewaysTest {
    private final RelayScene here = RelayScene.set();
    private final RelayScene there = here.at(here.gateway().second(Map.of()));
    private int syncs = 1;

    @Test
    void attemptGoesOnAtAnotherGatewayStopIncluded() {
        ScriptedAgent agent = here.runner("two-gateways", 1);
        agent.sync("{'state':'waiting-for-jobs','sync':1,'journal':[]}").is(200);
        Assigned assigned = here.committed("two-gateways", 0);

        // The other gateway knows nothing of the assignment but what the store says.
        ScriptedAgent elsewhere = agent.at(there.gateway().client());
        Answer run =
                ScriptedAgent.action(elsewhere.sync("{'state':'waiting-for-jobs','sync':2,'journal':[]}"), "run-job");
        assertThat(run.json().at("/job_id").asString()).isEqualTo(assigned.id());
        assertThat(assigned.claim()).containsEntry("sync", 2L);

        // Its answer was lost: the first gateway gives the same again, and raises the claim.
        ScriptedAgent.action(agent.sync("{'state':'waiting-for-jobs','sync':3,'journal':[]}"), "run-job");
        assertThat(assigned.claim()).containsEntry("sync", 3L);

        // The runner has it now; the end comes to the gateway that has not heard of it since.
        String running = "{'state':'running-job','job_id':'" + assigned.id() + "','journal':['" + assigned.id() + "'],";
        ScriptedAgent.action(agent.sync(running + "'sync':4}"), "continue");
        assigned.mustEnd();
        Answer stop = ScriptedAgent.action(elsewhere.sync(running + "'sync':5}"), "stop-job");
        assertThat(stop.json().at("/reason").asString()).isEqualTo("cancel_requested");
    }

    @Test
    void ofTwoAttemptsOnTheSlotTheOneThatRunsIsNotStopped() {
        ScriptedAgent agent = here.runner("two-on-it", 1);
        agent.sync("{'state':'waiting-for-jobs','sync':1,'journal':[]}").is(200);
        here.committed("two-on-it", 0);
        Assigned runs = here.committed("two-on-it", 0);
        runs.published();
        Answer run = ScriptedAgent.action(agent.sync("{'state':'waiting-for-jobs','sync':2,'journal':[]}"), "run-job");
        assertThat(run.json().at("/job_id").asString()).isEqualTo(runs.id());

        String running =
                "{'state':'running-job','job_id':'" + runs.id() + "','journal':['" + runs.id() + "'],'sync':3}";
        ScriptedAgent.action(agent.at(there.gateway().client()).sync(running), "continue");
    }

    @Test
    void officialAgentIsToldOnceHoweverItsSyncsTakeTurns() {
        OfficialProcess agent = OfficialProcess.start(here, "official-turns")
                .alternating(here.gateway().client(), there.gateway().client());
        for (int sync = 0; sync < 4; sync++) {
            agent.sync();
        }
        Assigned assigned = here.committed("official-turns", 0);
        assigned.published();
        agent.until("run-job");
        assertThat(agent.fetch().at("/commands/0/directive").asString()).isEqualTo("echo hi");
        for (int sync = 0; sync < 4; sync++) {
            agent.sync();
        }
        agent.begins();
        for (int sync = 0; sync < 4; sync++) {
            ScriptedAgent.action(agent.sync(), "continue");
        }
        assigned.mustEnd();
        agent.until("stop-job");
        agent.ends("stopped");
        ScriptedAgent.action(agent.sync(), "wait-for-jobs");
        assertThat(agent.jobsBegun()).isEqualTo(1);
        assertThat(assigned.end()).containsEntry("result", "stopped");
    }

    @Test
    void officialAgentIsFirstLetGoOnByAGatewayThatDidNotServeItLast() {
        OfficialProcess agent = OfficialProcess.start(here, "official-moves");
        agent.sync();
        agent.sync();
        here.committed("official-moves", 0);
        agent.alternating(there.gateway().client());
        Answer first = ScriptedAgent.action(agent.sync(), "continue");
        assertThat(first.json().at("/next_sync_after").asInt()).isEqualTo(2000);
        ScriptedAgent.action(agent.sync(), "run-job");
        assertThat(agent.jobsBegun()).isEqualTo(1);
    }

    @Test
    void onlyTheGatewayThatServesAnOfficialAgentSpeaksForIt() {
        OfficialProcess agent = OfficialProcess.start(here, "official-spoken")
                .alternating(here.gateway().client(), there.gateway().client());
        for (int sync = 0; sync < 6; sync++) {
            agent.sync();
        }
        RunnerId id = RunnerId.forName("official-spoken");
        assertThat(Stream.of(here, there)
                        .map(scene -> scene.gateway().bean(Sessions.class).presenceOf(id))
                        .flatMap(Optional::stream)
                        .filter(presence -> !presence.slots().isEmpty()))
                .hasSize(1);
    }

    @Test
    void whatPeopleDecideReachesTheGatewayThatDidNotServeTheAgentLast() {
        OfficialProcess agent = OfficialProcess.start(here, "official-decided");
        agent.sync();
        agent.sync();
        agent.alternating(there.gateway().client());
        agent.sync();
        agent.sync();
        RunnerId id = RunnerId.forName("official-decided");
        there.gateway().client().post("/api/v1/runners/" + id + "/pause", "").is(200);
        Sessions elsewhere = here.gateway().bean(Sessions.class);
        elsewhere.review();
        assertThat(elsewhere.presenceOf(id).orElseThrow().paused()).isTrue();
        there.gateway().client().post("/api/v1/runners/" + id + "/resume", "").is(200);
        elsewhere.review();
        assertThat(elsewhere.presenceOf(id).orElseThrow().paused()).isFalse();
    }

    @Test
    void drainReachesAnOfficialAgentWhoseSyncsTakeTurns() {
        OfficialProcess agent = OfficialProcess.start(here, "official-drained")
                .alternating(here.gateway().client(), there.gateway().client());
        for (int sync = 0; sync < 5; sync++) {
            agent.sync();
        }
        here.gateway()
                .client()
                .post("/api/v1/runners/" + RunnerId.forName("official-drained") + "/drain", "")
                .is(200);
        assertThat(agent.until("shutdown").json().at("/shutdown_reason").asString())
                .isEqualTo("requested");
    }

    @Test
    void sessionThatWasEndedAtOneGatewayEndsAtTheOther() {
        ScriptedAgent agent = here.runner("two-ends", 1);
        agent.sync("{'state':'waiting-for-jobs','sync':1,'journal':[]}").is(200);
        agent.at(there.gateway().client()).disconnect().is(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(agent.sync("{'state':'waiting-for-jobs','sync':" + ++syncs + ",'journal':[]}")
                                        .status())
                                .isEqualTo(401));
    }

    @Test
    void claimThatWasOvertakenAndMadeAgainIsNoRefusal() {
        OfficialProcess agent = OfficialProcess.start(here, "official-overtaken");
        Assigned assigned = agent.given();
        agent.alternating(there.gateway().client());
        agent.sync();
        agent.sync();
        double before = refusedClaims();
        assertThat(agent.fetch().at("/commands/0/directive").asString()).isEqualTo("echo hi");
        assertThat(assigned.claim()).containsEntry("withdrawn", false);
        assertThat(refusedClaims()).isEqualTo(before);
    }

    private double refusedClaims() {
        return here.gateway()
                .bean(MeterRegistry.class)
                .get("signalbox.refused")
                .tag("kind", "claim")
                .counter()
                .count();
    }

    @Test
    void jobThatOneGatewayAnnouncedIsFetchedAtTheOther() {
        OfficialProcess agent = OfficialProcess.start(here, "official-fetch");
        Assigned assigned = agent.given();
        Answer job =
                agent.agent().at(there.gateway().client()).job(assigned.id()).is(200);
        assertThat(job.json().at("/commands/0/directive").asString()).isEqualTo("echo hi");
        assertThat(assigned.claim()).containsEntry("withdrawn", false);
    }

    @Test
    void graceOfAnInterruptedJobIsCountedFromWhereAnyGatewayHeardOfIt() {
        OfficialProcess agent = OfficialProcess.start(here, "official-grace", "'interruption_grace_period':600");
        agent.given();
        agent.fetch();
        agent.begins();
        agent.interrupt();
        ScriptedAgent.action(agent.sync(), "continue");
        var runners = here.collection(CollectionNames.RUNNERS);
        Bson runner = Filters.eq("_id", RunnerId.forName("official-grace").value());
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> here.runnerDocument("official-grace").containsKey(RunnerFields.INTERRUPTED_AT));

        runners.updateOne(
                runner,
                Updates.set(RunnerFields.INTERRUPTED_AT, Date.from(Instant.now().minus(Duration.ofMinutes(11)))));
        agent.alternating(there.gateway().client());
        agent.until("stop-job");
    }

    @Test
    void whatOneGatewayHasHeardTheOtherCannotTakeBack() {
        ScriptedAgent agent = here.runner("two-memories", 1);
        agent.sync("{'state':'waiting-for-jobs','sync':1,'journal':[]}").is(200);
        Assigned assigned = here.committed("two-memories", 0);
        ScriptedAgent elsewhere = agent.at(there.gateway().client());
        ScriptedAgent.action(elsewhere.sync("{'state':'waiting-for-jobs','sync':9,'journal':[]}"), "run-job");

        // A late request of before arrives at the first gateway, which does not know of sync 9.
        Answer late = agent.sync("{'state':'waiting-for-jobs','sync':2,'journal':[]}");
        ScriptedAgent.action(late, "continue");
        assertThat(assigned.claim()).containsEntry("sync", 9L);
    }
}
