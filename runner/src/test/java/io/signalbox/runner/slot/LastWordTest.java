package io.signalbox.runner.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.ScriptedRelay;
import io.signalbox.runner.session.ScriptedRelay.Held;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Sessions;
import io.signalbox.runner.session.Surroundings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** C1: what an idle slot says last. */
class LastWordTest {
    private static final AttemptId FIRST = new AttemptId("0198c5f0-8b1e-8c3a-9f00-000000000001");
    private static final AttemptId SECOND = new AttemptId("0198c5f0-8b1e-8c3a-9f00-000000000002");

    private final ScriptedRelay relay = new ScriptedRelay();
    private final Lifecycle life = new Lifecycle();
    private final MemoryJournal journal = new MemoryJournal();
    private final ScriptedWorkshop workshop = new ScriptedWorkshop(journal);
    private final Surroundings surroundings = Sessions.surroundings(life);
    private final Session session = Sessions.open(relay, surroundings);
    private final Slot slot = new Slot(0, session, journal, workshop, surroundings, 100);
    private final Thread thread = Thread.ofVirtual().start(() -> slot.run(List.of()));

    @AfterEach
    void end() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private static SyncResponse given(AttemptId attempt) {
        return new SyncResponse(SyncAction.RUN_JOB, attempt, null, 0, SlotTest.job(attempt), null);
    }

    /** What was given on the sync that the drain cut off was not begun, and the relay must hear so before the goodbye. */
    @Test
    void aDrainingSlotSaysOnceMoreThatItHasNothing() throws InterruptedException {
        Held cutOff = relay.next();
        life.drain(Instant.ofEpochSecond(7));
        cutOff.answer(given(FIRST));
        Held unheard = relay.next();
        assertThat(unheard.request.sync()).isGreaterThan(cutOff.request.sync());
        unheard.fail();
        Held last = relay.next();
        assertThat(thread.isAlive()).isTrue();
        assertThat(last.gateway).isNotEqualTo(unheard.gateway);
        assertThat(last.hold).isZero();
        assertThat(last.request.state()).isEqualTo(AgentState.WAITING_FOR_JOBS);
        assertThat(last.request.interruptedAt()).isEqualTo(7);
        assertThat(last.request.journal()).isEmpty();
        last.answer(given(SECOND));
        thread.join();
        session.disconnect();
        assertThat(workshop.begun).isEmpty();
        assertThat(relay.goodbyes).hasSize(1);
    }

    /** A goodbye would end what was given on the sync that was cut off, though it never began. */
    @Test
    void aDrainingSlotThatNobodyHearsLeavesWithoutAGoodbye() throws InterruptedException {
        relay.next();
        life.drain(Instant.ofEpochSecond(7));
        for (int i = 0; i <= ScriptedRelay.GATEWAYS.size(); i++) {
            relay.next().fail();
        }
        thread.join();
        session.disconnect();
        assertThat(relay.goodbyes).isEmpty();
    }
}
