package io.signalbox.runner.slot;

import static io.signalbox.runner.slot.ScriptedWorkshop.INTERRUPTED;
import static io.signalbox.runner.slot.ScriptedWorkshop.PASSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.job.StopCause;
import io.signalbox.runner.journal.OpenAttempt;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.ScriptedRelay;
import io.signalbox.runner.session.ScriptedRelay.Held;
import io.signalbox.runner.session.Sessions;
import io.signalbox.runner.session.Surroundings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotTest {
    private static final AttemptId FIRST = new AttemptId("0198c5f0-8b1e-8c3a-9f00-000000000001");
    private static final AttemptId SECOND = new AttemptId("0198c5f0-8b1e-8c3a-9f00-000000000002");
    private static final HealthSample SAMPLE = new HealthSample(Instant.EPOCH, 0, 0, 0, 0, 0, 0);
    private static final URI LOG = URI.create("https://relay/api/v1/logs/1");

    private final ScriptedRelay relay = new ScriptedRelay();
    private final Lifecycle life = new Lifecycle();
    private final MemoryJournal journal = new MemoryJournal();
    private final ScriptedWorkshop workshop = new ScriptedWorkshop(journal);
    private final Surroundings surroundings = Sessions.surroundings(life);
    private final Slot slot = slot();
    private Thread thread;

    private Slot slot() {
        return new Slot(3, Sessions.open(relay, surroundings), journal, workshop, surroundings, 100);
    }

    @BeforeEach
    void start() {
        start(List.of());
    }

    private void start(List<OpenAttempt> leftovers) {
        thread = Thread.ofVirtual().start(() -> slot.run(leftovers));
    }

    @AfterEach
    void end() throws InterruptedException {
        life.end();
        thread.interrupt();
        thread.join();
    }

    static JobPayload job(AttemptId attempt) {
        return new JobPayload(
                attempt,
                null,
                "shell",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new JobPayload.LogTarget("push", LOG, "token"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static SyncResponse run(AttemptId attempt) {
        return new SyncResponse(SyncAction.RUN_JOB, attempt, null, 0, job(attempt), null);
    }

    private static SyncResponse stop(AttemptId attempt, ReasonCode reason) {
        return new SyncResponse(SyncAction.STOP_JOB, attempt, null, 0, null, reason);
    }

    private Held running() {
        relay.next().answer(run(FIRST));
        return relay.next();
    }

    @Test
    void anIdleSlotLetsTheRelayHoldItsSync() {
        Held sync = relay.next();
        assertThat(sync.request.state()).isEqualTo(AgentState.WAITING_FOR_JOBS);
        assertThat(sync.request.slot()).isEqualTo(3);
        assertThat(sync.hold).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void aGivenAttemptIsInTheJournalBeforeItBeginsAndInEverySyncUntilItsEndIsAcknowledged() {
        Held sync = running();
        assertThat(workshop.begun).containsExactly(FIRST);
        assertThat(sync.request.state()).isEqualTo(AgentState.RUNNING_JOB);
        assertThat(sync.request.jobId()).isEqualTo(FIRST.value());
        assertThat(sync.request.journal()).containsExactly(FIRST);
        assertThat(sync.hold).isEqualTo(Duration.ofSeconds(5));
        workshop.end();
        Held finished = relay.next();
        assertThat(finished.request.journal()).containsExactly(FIRST);
        finished.answer(SyncAction.WAIT_FOR_JOBS);
        assertThat(relay.next().request.journal()).isEmpty();
    }

    @Test
    void aTaskThatIsOverInAMomentNeedsTwoSyncs() {
        relay.next().answer(run(FIRST));
        await().until(() -> workshop.begun.contains(FIRST));
        workshop.end();
        assertThat(relay.next().request.state()).isEqualTo(AgentState.FINISHED_JOB);
    }

    @Test
    void syncNumbersRise() {
        Held idle = relay.next();
        idle.answer(run(FIRST));
        Held busy = relay.next();
        workshop.end();
        Held finished = relay.next();
        assertThat(List.of(idle, busy, finished))
                .extracting(held -> held.request.sync())
                .containsExactly(101L, 102L, 103L);
    }

    /** C1. */
    @Test
    void theAnswerOfASyncThatWasGivenUpIsDead() {
        Held dead = relay.next();
        surroundings.health().add(SAMPLE, "no disk");
        relay.next();
        surroundings.health().add(SAMPLE, null);
        Held newest = relay.next();
        assertThat(dead.isGivenUp()).isTrue();
        dead.answer(run(FIRST));
        newest.answer(SyncAction.CONTINUE);
        assertThat(relay.next().request.journal()).isEmpty();
        assertThat(workshop.begun).isEmpty();
    }

    @Test
    void aDrainGivesTheHeldSyncUpAndIsToldAtOnce() {
        Held before = relay.next();
        assertThat(life.tryBegin()).isTrue();
        life.drain(Instant.ofEpochSecond(7));
        assertThat(relay.next().request.interruptedAt()).isEqualTo(7);
        assertThat(before.isGivenUp()).isTrue();
    }

    /** C2. */
    @Test
    void anAttemptInTheJournalIsNotBegunAgain() {
        Held idle = relay.next();
        journal.began(new OpenAttempt(FIRST, 0, LOG, null));
        idle.answer(run(FIRST));
        assertThat(relay.next().request.state()).isEqualTo(AgentState.WAITING_FOR_JOBS);
        assertThat(workshop.begun).isEmpty();
    }

    /** C1. */
    @Test
    void anAttemptThatCannotBeEnteredIntoTheJournalDoesNotBegin() {
        Held idle = relay.next();
        journal.diskIsFull = true;
        idle.answer(run(FIRST));
        assertThat(relay.next().request.journal()).isEmpty();
        assertThat(workshop.begun).isEmpty();
        assertThat(life.isBusy()).isFalse();
    }

    /** C2. */
    @Test
    void anotherAttemptGivenToABusySlotIsIgnored() {
        running().answer(run(SECOND));
        assertThat(relay.next().request.jobId()).isEqualTo(FIRST.value());
        assertThat(workshop.begun).containsExactly(FIRST);
    }

    @Test
    void theEndGivesTheHeldSyncUpAndIsToldAtOnce() {
        Held held = running();
        workshop.end();
        Held finished = relay.next();
        assertThat(held.isGivenUp()).isTrue();
        assertThat(finished.request.state()).isEqualTo(AgentState.FINISHED_JOB);
        assertThat(finished.request.jobResult()).isEqualTo("passed");
        assertThat(finished.request.finished()).isEqualTo(PASSED);
        assertThat(finished.hold).isZero();
    }

    @Test
    void theEndIsRepeatedAtAnyGatewayUntilItIsAcknowledged() {
        running();
        workshop.end();
        Held lost = relay.next();
        lost.fail();
        Held elsewhere = relay.next();
        assertThat(elsewhere.gateway).isNotEqualTo(lost.gateway);
        elsewhere.answer(SyncAction.CONTINUE);
        Held again = relay.next();
        assertThat(again.request.finished()).isEqualTo(PASSED);
        assertThat(workshop.forgotten).isEmpty();
        assertThat(journal.ids()).containsExactly(FIRST);
        again.answer(SyncAction.WAIT_FOR_JOBS);
        assertThat(relay.next().request.state()).isEqualTo(AgentState.WAITING_FOR_JOBS);
        assertThat(workshop.forgotten).containsExactly(FIRST);
        assertThat(journal.ids()).isEmpty();
    }

    /** C2: an assignment that was delayed on its way comes after the end was acknowledged. */
    @Test
    void anAttemptThatEndedIsNotBegunAgain() {
        running();
        workshop.end();
        relay.next().answer(SyncAction.WAIT_FOR_JOBS);
        Held idle = relay.next();
        assertThat(idle.request.journal()).isEmpty();
        idle.answer(run(FIRST));
        assertThat(relay.next().request.state()).isEqualTo(AgentState.WAITING_FOR_JOBS);
        assertThat(workshop.begun).containsExactly(FIRST);
    }

    @Test
    void aStopOfTheAttemptIsPassedOn() {
        running().answer(stop(FIRST, ReasonCode.CANCEL_REQUESTED));
        assertThat(relay.next().request.state()).isEqualTo(AgentState.STOPPING_JOB);
        assertThat(workshop.stops).containsExactly(new StopCause.Requested());
    }

    /** C9 and C7. */
    @Test
    void anAttemptHearsOfEachSyncThatWasAnsweredWellAndWithoutAStop() {
        running().answer(SyncAction.CONTINUE);
        relay.next().fail();
        relay.next().answer(stop(FIRST, ReasonCode.CANCEL_REQUESTED));
        relay.next();
        assertThat(workshop.contacts).extracting(Moment::up).containsExactly(1000L, 2000L);
    }

    @Test
    void aStopAtTheRelaysTimeOutIsATimeOut() {
        running().answer(stop(FIRST, ReasonCode.TASK_TIMEOUT));
        relay.next();
        assertThat(workshop.stops).singleElement().isInstanceOf(StopCause.TimedOut.class);
    }

    @Test
    void aStopOfAnotherAttemptIsIgnored() {
        running().answer(stop(SECOND, ReasonCode.CANCEL_REQUESTED));
        assertThat(relay.next().request.state()).isEqualTo(AgentState.RUNNING_JOB);
        assertThat(workshop.stops).isEmpty();
    }

    @Test
    void aDeadGatewayIsLeftForTheNext() {
        Held first = relay.next();
        first.fail();
        Held second = relay.next();
        assertThat(second.gateway).isNotEqualTo(first.gateway);
        assertThat(second.request.state()).isEqualTo(AgentState.WAITING_FOR_JOBS);
    }

    @Test
    void aRelayThatForgotTheRunnerIsToldAnew() {
        relay.next().refuse(401);
        relay.next();
        assertThat(relay.registrations).hasSize(2);
    }

    @Test
    void aRelayThatTurnsTheRunnerAwayEndsNothingThatRuns() throws InterruptedException {
        Held busy = running();
        relay.atRegistration = token -> new Answer.Refused<>(401, "unknown token");
        busy.refuse(401);
        await().until(life::isDraining);
        assertThat(thread.isAlive()).isTrue();
        assertThat(workshop.stops).isEmpty();
        workshop.end();
        Held told = relay.next();
        while (told.request.state() != AgentState.FINISHED_JOB) {
            told = relay.next();
        }
        told.refuse(401);
        thread.join(Duration.ofSeconds(10));
        assertThat(life.isOver()).isTrue();
        assertThat(life.hasFailed()).isTrue();
        assertThat(journal.ids()).containsExactly(FIRST);
    }

    @Test
    void shutdownEndsAnIdleSlot() throws InterruptedException {
        relay.next().answer(SyncAction.SHUTDOWN);
        thread.join();
        assertThat(life.isDraining()).isTrue();
    }

    @Test
    void aDrainingRunnerFinishesWhatRunsAndBeginsNothing() throws InterruptedException {
        running();
        life.drain(Instant.ofEpochSecond(7));
        assertThat(relay.next().request.interruptedAt()).isEqualTo(7);
        workshop.end();
        relay.next().answer(SyncAction.WAIT_FOR_JOBS);
        relay.next().answer(SyncAction.SHUTDOWN);
        thread.join();
        assertThat(life.isOver()).isTrue();
    }

    /** C11: its log may be long, and until it has arrived nobody may take the attempt for lost. */
    @Test
    void whatAnEarlierRunLeftIsBeatenForAndToldBeforeTheSlotAsksForWork() throws InterruptedException {
        end();
        var again = new SlotTest();
        again.journal.began(new OpenAttempt(FIRST, 3, LOG, null));
        again.start(again.journal.open());
        Held beat = again.relay.next();
        assertThat(beat.request.state()).isEqualTo(AgentState.RUNNING_JOB);
        assertThat(beat.request.jobId()).isEqualTo(FIRST.value());
        assertThat(beat.hold).isEqualTo(Duration.ofSeconds(5));
        beat.answer(SyncAction.CONTINUE);
        again.relay.next();
        again.workshop.endRecovered();
        Held finished = again.relay.next();
        assertThat(finished.request.finished()).isEqualTo(INTERRUPTED);
        assertThat(finished.request.journal()).containsExactly(FIRST);
        finished.answer(SyncAction.WAIT_FOR_JOBS);
        assertThat(again.relay.next().request.state()).isEqualTo(AgentState.WAITING_FOR_JOBS);
        again.end();
    }

    @Test
    void anUnreadyRunnerSaysWhyAndBeginsNothingUntilItIsReady() {
        Held before = relay.next();
        surroundings.health().add(SAMPLE, "no disk");
        Held unready = relay.next();
        assertThat(before.isGivenUp()).isTrue();
        assertThat(unready.request.unready()).isEqualTo("no disk");
        unready.answer(run(FIRST));
        relay.next();
        assertThat(workshop.begun).isEmpty();
        surroundings.health().add(SAMPLE, null);
        Held ready = relay.next();
        assertThat(ready.request.unready()).isNull();
        ready.answer(run(FIRST));
        assertThat(relay.next().request.journal()).containsExactly(FIRST);
    }

    @Test
    void aRelayThatAnswersAtOnceIsNotAskedInACircle() {
        long began = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            relay.next().answer(SyncAction.CONTINUE);
        }
        relay.next();
        await().until(() -> Duration.ofNanos(System.nanoTime() - began).compareTo(Duration.ofMillis(400)) > 0);
    }
}
