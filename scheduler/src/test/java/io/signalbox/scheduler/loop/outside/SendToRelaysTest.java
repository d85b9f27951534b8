package io.signalbox.scheduler.loop.outside;

import static io.signalbox.scheduler.core.world.Sample.RELAY;
import static io.signalbox.scheduler.core.world.Sample.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.world.Changes;
import io.signalbox.scheduler.world.RecordingBus;
import io.signalbox.testkit.time.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendToRelaysTest {

    private final ManualClock clock = ManualClock.started();
    private final RecordingBus bus = new RecordingBus();
    private final List<Command> told = new ArrayList<>();
    private final Term term = new Term(new Epoch(3), Duration.ofSeconds(5), clock::nanoTime, clock.nanoTime());
    private final SendToRelays relays = new SendToRelays(term, bus, told::add);

    @Test
    void gathersAtMostAHundredEntriesPerMessageAndRelay() {
        for (int n = 1; n <= 250; n++) {
            relays.add(assignment(n, RELAY));
        }
        relays.add(assignment(251, new RelayId("r-2")));
        relays.flush();

        assertThat(bus.sent())
                .extracting(it ->
                        ((RelayCommand.AssignTask) it.message()).assignments().size())
                .containsExactly(100, 100, 50, 1);
        assertThat(bus.sent().getLast().to()).isEqualTo(new Destination.Relay(new RelayId("r-2")));
    }

    @Test
    void sendsOnlyOnce() {
        relays.add(new Effect.AskSnapshot(RELAY));
        relays.add(new Effect.AskSnapshot(RELAY));
        relays.flush();
        relays.flush();

        assertThat(bus.sent())
                .extracting(it -> it.message())
                .containsExactly(new RelayCommand.SnapshotPlease(new Epoch(3)));
    }

    @Test
    void assignmentWithoutAnInboxComesBack() {
        bus.loseInboxes();
        relays.add(assignment(1, RELAY));
        relays.flush();

        assertThat(told)
                .containsExactly(new Command.Undeliverable(
                        task(1), Changes.attempt(task(1), 3).id()));
    }

    @Test
    void leaderThatWasPausedAfterItsCommitSendsNothing() {
        relays.add(assignment(1, RELAY));
        clock.advance(Duration.ofSeconds(6));
        relays.flush();

        assertThat(bus.sent()).isEmpty();
    }

    private static Effect.PublishAssignment assignment(int n, RelayId relay) {
        Attempt attempt = Changes.attempt(task(n), 3);
        return new Effect.PublishAssignment(
                relay,
                new RelayCommand.AssignTask.Assignment(
                        task(n), attempt.id(), new Fence(0), attempt.slot(), attempt.generation()));
    }
}
