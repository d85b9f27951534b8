package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.message.RunnerPresence;
import io.signalbox.model.message.SchedulerCommand.RunnerGone;
import io.signalbox.model.message.SchedulerCommand.RunnerGone.GoneRunner;
import io.signalbox.model.message.SchedulerCommand.SlotFree;
import io.signalbox.model.message.SchedulerCommand.SlotFree.FreeSlot;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.RunnerFields;
import io.signalbox.model.store.TaskFields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** C3, C10 and C13 behind two gateways that take turns, for official agents and for ours. */
@TestInstance(Lifecycle.PER_CLASS)
class TakingTurnsTest {
    private static final String LINE = "{\"event\":\"job_finished\",\"timestamp\":1,\"result\":\"stopped\"}";

    private final RelayScene here = RelayScene.set();
    private final RelayScene there = here.at(here.gateway().second(Map.of()));
    private final List<FreeSlot> free = new CopyOnWriteArrayList<>();
    private final List<GoneRunner> gone = new CopyOnWriteArrayList<>();
    private final List<Subscription> leaders =
            Stream.of(here, there).map(this::heard).toList();

    @AfterAll
    void close() {
        leaders.forEach(Subscription::close);
        there.gateway().close();
    }

    @AfterEach
    void forget() {
        free.clear();
        gone.clear();
    }

    @Test
    void outlivedJobIsStoppedAtEitherGatewayAndRunsAtNone() {
        OfficialProcess agent = running("turns-outlived");
        Assigned outlived = agent.assigned();
        agent.agent().push(outlived.id(), 0, LINE).is(200);
        outlived.ended("lost");
        assertThat(agent.until("stop-job").json().at("/job_id").asString()).isEqualTo(outlived.id());
        for (RelayScene gateway : List.of(here, there)) {
            var job = at(agent, gateway).job(outlived.id()).is(200).json();
            assertThat(job.at("/commands").size()).isZero();
            assertThat(job.at("/env_vars").toString()).doesNotContain("w6Q=");
        }
        agent.ends("stopped");
        agent.until("wait-for-jobs");
        assertThat(outlived.end()).containsEntry("result", "stopped");
        for (RelayScene gateway : List.of(here, there)) {
            at(agent, gateway).push(outlived.id(), 1, LINE).is(422);
        }
        assertThat(agent.jobsBegun()).isEqualTo(1);
    }

    @Test
    void outlivedAttemptOfOursIsStoppedAtEitherGateway() {
        ScriptedAgent agent = here.runner("turns-ours", 1);
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        Assigned outlived = here.committed("turns-ours", 0).published();
        ScriptedAgent.action(held.join(), "run-job");
        ScriptedAgent elsewhere = agent.at(there.gateway().client());
        ScriptedAgent.action(elsewhere.sync(names("running-job", outlived, 2)), "continue");
        outlived.ended("lost");
        for (int turn = 0; turn < 2; turn++) {
            ScriptedAgent.action(agent.sync(names("running-job", outlived, 3 + 2 * turn)), "stop-job");
            ScriptedAgent.action(elsewhere.sync(names("running-job", outlived, 4 + 2 * turn)), "stop-job");
        }
        String end = names("finished-job", outlived, 7)
                .replace(
                        "'sync'",
                        "'finished':{'result':'stopped','exitCode':null,'logEnd':0,'startFrom':0,'events':[]},'sync'");
        ScriptedAgent.action(agent.sync(end), "wait-for-jobs");
        assertThat(outlived.end()).containsEntry("result", "stopped");
        for (RelayScene gateway : List.of(here, there)) {
            agent.at(gateway.gateway().client()).push(outlived.id(), 0, LINE).is(422);
        }
    }

    @Test
    void jobIsRenewedByEverySyncWhicheverGatewayHearsItAndKnownAsAnOfficialAgentsAtBoth() {
        OfficialProcess agent = running("turns-renewed");
        long before = beats("turns-renewed");
        for (int sync = 0; sync < 6; sync++) {
            ScriptedAgent.action(agent.sync(), "continue");
        }
        assertThat(beats("turns-renewed")).isGreaterThanOrEqualTo(before + 6);
        assertThat(slot("turns-renewed"))
                .containsEntry("attempt", agent.assigned().id());
        assertThat(presences("turns-renewed").map(RunnerPresence::official))
                .hasSize(2)
                .containsOnly(true);
    }

    @Test
    void goodbyeAtTheOtherGatewayIsToldAndNothingIsRenewedAfterIt() {
        OfficialProcess agent = running("turns-goodbye");
        agent.sync();
        Document runner = here.runnerDocument("turns-goodbye");
        at(agent, there).disconnect().is(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(gone)
                        .extracting(GoneRunner::runner)
                        .contains(new RunnerId(runner.getString(RunnerFields.ID))));
        long last = beats("turns-goodbye");
        for (int sync = 0; sync < 4; sync++) {
            agent.sync();
        }
        assertThat(beats("turns-goodbye")).isEqualTo(last);
    }

    @Test
    void newRegistrationAtTheOtherGatewayEndsTheOldSessionAtBoth() {
        OfficialProcess agent = running("turns-anew");
        ScriptedAgent other =
                at(agent, there).registered(OfficialProcess.registration("turns-anew", "'single_job':false"));
        agent.until("stop-job");
        agent.ends("stopped");
        agent.until("shutdown");
        assertThat(agent.assigned().end()).isNull();
        ScriptedAgent.action(other.at(here.gateway().client()).sync(OfficialProcess.WAITS), "continue");
    }

    @Test
    void slotOfAStopThatWasNeverConfirmedIsFreeOnlyByItsAgentsOwnWord() {
        OfficialProcess agent = running("turns-unconfirmed");
        Assigned unheeded = agent.assigned();
        unheeded.mustEnd();
        agent.until("stop-job");
        gaveUp(unheeded);
        free.clear();
        for (int sync = 0; sync < 6; sync++) {
            ScriptedAgent.action(agent.sync(), "continue");
        }
        assertThat(freed("turns-unconfirmed")).isEmpty();
        agent.ends("stopped");
        agent.until("wait-for-jobs");
        assertThat(unheeded.end()).containsEntry("result", "stopped");
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> {
            ScriptedAgent.action(agent.sync(), "continue");
            return !freed("turns-unconfirmed").isEmpty();
        });
        assertThat(agent.jobsBegun()).isEqualTo(1);
    }

    @Test
    void slotOfOursIsFreeOnlyByItsOwnWordToo() {
        ScriptedAgent agent = here.runner("turns-ours-unconfirmed", 1);
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        Assigned unheeded = here.committed("turns-ours-unconfirmed", 0).published();
        ScriptedAgent.action(held.join(), "run-job");
        ScriptedAgent elsewhere = agent.at(there.gateway().client());
        ScriptedAgent.action(elsewhere.sync(names("running-job", unheeded, 2)), "continue");
        unheeded.mustEnd();
        ScriptedAgent.action(agent.sync(names("running-job", unheeded, 3)), "stop-job");
        gaveUp(unheeded);
        free.clear();
        ScriptedAgent.action(elsewhere.sync(names("stopping-job", unheeded, 4)), "continue");
        ScriptedAgent.action(agent.sync(names("stopping-job", unheeded, 5)), "continue");
        assertThat(freed("turns-ours-unconfirmed")).isEmpty();
        AtomicInteger sync = new AtomicInteger(6);
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInSameThread().until(() -> {
            String idle = "{'state':'waiting-for-jobs','sync':%d,'journal':[]}".formatted(sync.getAndIncrement());
            ScriptedAgent.action(elsewhere.sync(idle), "continue");
            return !freed("turns-ours-unconfirmed").isEmpty();
        });
    }

    /** An official agent whose job was given by one gateway and runs; from now on they take turns. */
    private OfficialProcess running(String name) {
        OfficialProcess agent = OfficialProcess.start(here, name);
        agent.given();
        agent.fetch();
        agent.begins();
        agent.alternating(here.gateway().client(), there.gateway().client());
        for (int sync = 0; sync < 4; sync++) {
            ScriptedAgent.action(agent.sync(), "continue");
        }
        return agent;
    }

    /** The scheduler waits no longer for the end (C13). */
    private void gaveUp(Assigned unheeded) {
        unheeded.ended("canceled");
        here.collection(CollectionNames.TASKS)
                .updateOne(
                        Filters.eq("_id", unheeded.assignment().task().value()),
                        Updates.set(TaskFields.ATTEMPTS + ".0." + AttemptFields.REASON_CODE, "stop_unconfirmed"));
    }

    private Subscription heard(RelayScene gateway) {
        return gateway.gateway().bean(MessageBus.class).subscribe(new Inbox.Leader(), message -> {
            if (message instanceof SlotFree told) {
                free.addAll(told.slots());
            } else if (message instanceof RunnerGone told) {
                gone.addAll(told.runners());
            }
        });
    }

    private List<FreeSlot> freed(String runner) {
        RunnerId id = RunnerId.forName(runner);
        return free.stream().filter(slot -> slot.slot().runner().equals(id)).toList();
    }

    private Stream<RunnerPresence> presences(String runner) {
        return Stream.of(here, there)
                .map(scene -> scene.gateway().bean(Sessions.class).presenceOf(RunnerId.forName(runner)))
                .flatMap(Optional::stream);
    }

    private Document slot(String runner) {
        return here.runnerDocument(runner)
                .get(RunnerFields.SLOTS, Document.class)
                .get("0", Document.class);
    }

    private long beats(String runner) {
        return slot(runner).get("beat", Number.class).longValue();
    }

    private static ScriptedAgent at(OfficialProcess agent, RelayScene gateway) {
        return agent.agent().at(gateway.gateway().client());
    }

    private static String names(String state, Assigned attempt, int sync) {
        return "{'state':'" + state + "','job_id':'" + attempt.id() + "','journal':['" + attempt.id() + "'],'sync':"
                + sync + "}";
    }
}
