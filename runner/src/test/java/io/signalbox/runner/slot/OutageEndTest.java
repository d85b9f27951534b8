package io.signalbox.runner.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.runner.output.Spool.Batch;
import io.signalbox.runner.session.Answer;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.ScriptedRelay;
import io.signalbox.runner.session.Session;
import io.signalbox.runner.session.Sessions;
import io.signalbox.runner.session.Surroundings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What reaches the relay first after an outage ends the pauses of everything else in the runner. */
class OutageEndTest {
    private static final Batch BATCH = new Batch(0, 1, ByteBuffer.wrap(new byte[] {'{', '}'}));

    private final ScriptedRelay relay = new ScriptedRelay();
    private final Lifecycle life = new Lifecycle();
    private final Surroundings surroundings = Sessions.patient(life);
    private final Session session = Sessions.open(relay, surroundings);
    private final MemoryJournal journal = new MemoryJournal();
    private final Slot slot = new Slot(0, session, journal, new ScriptedWorkshop(journal), surroundings, 100);
    private final Thread thread = Thread.ofVirtual().start(() -> slot.run(List.of()));

    @AfterEach
    void end() throws InterruptedException {
        life.end();
        thread.interrupt();
        thread.join();
    }

    @Test
    void slotSyncsWhenAPushArrives() {
        relay.next().fail();
        relay.next().fail();
        new RelayPush(session, surroundings, "/log").push(BATCH);
        assertThat(relay.next().request.state()).isEqualTo(AgentState.WAITING_FOR_JOBS);
    }

    @Test
    void pushIsTriedAgainWhenASyncIsAnswered() throws InterruptedException {
        relay.atPush = () -> new Answer.Unavailable<>("cut");
        var push = new RelayPush(session, surroundings, "/log");
        push.push(BATCH);
        Thread pushing = Thread.ofPlatform().start(() -> push.push(BATCH));
        await().until(() -> pushing.getState() == Thread.State.TIMED_WAITING);
        relay.next().answer(SyncAction.CONTINUE);
        assertThat(pushing.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void syncThatIsUnderWayIsNotBrokenOff() {
        relay.next().fail();
        var held = relay.next();
        new RelayPush(session, surroundings, "/log").push(BATCH);
        held.answer(SyncAction.CONTINUE);
        assertThat(relay.next().request.sync()).isEqualTo(103L);
        assertThat(held.isGivenUp()).isFalse();
    }
}
