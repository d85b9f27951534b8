package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C14 to C16: a new leader begins with what the store says, and an old one cannot spoil it. */
class TakeOverTest {
    private final CoreScenario scenario = CoreScenario.ready().withRunner(1, 1);

    @Test
    void everyLiveTaskIsStampedSoThatAnOldLeadersWriteMisses() {
        scenario.submits(1).starts(1);
        long version = scenario.task(1).version();
        scenario.takesOver().loads();

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
        assertThat(scenario.task(1).version()).isEqualTo(version + 1);
        assertThat(scenario.attempt(1).epoch()).isEqualTo(new Epoch(2));
    }

    @Test
    void stampThatMissedIsRepeatedThoughTheVersionLooksLikeItsOwn() {
        scenario.submits(1).starts(1);
        StoredTask read = scenario.task(1);
        scenario.store().put(read.raised());
        scenario.takesOver().hears(new Command.TasksRead(List.of(read)), new Command.LoadComplete());

        assertThat(scenario.attempt(1).epoch()).isEqualTo(new Epoch(2));
    }

    @Test
    void stopThatMissedIsRepeatedThoughTheVersionLooksLikeItsOwn() {
        scenario.submits(1).starts(1);
        scenario.store().put(scenario.task(1).raised());
        scenario.cancels(1).hears(new Command.ReportsRead(scenario.store().reports()));

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
        assertThat(scenario.task(1).status())
                .isInstanceOfSatisfying(
                        TaskStatus.Running.class, it -> assertThat(it.stop()).isNotNull());
    }

    @Test
    void stampIsNoEvent() {
        scenario.submits(1).starts(1);
        int events = scenario.store().outbox(Sample.task(1)).size();
        scenario.takesOver().loads();

        assertThat(scenario.store().outbox(Sample.task(1))).hasSize(events);
    }

    @Test
    void assignedTaskOfAnOlderEpochIsPublishedAnew() {
        scenario.submits(1);
        var attempt = scenario.attempt(1).id();
        scenario.takesOver().loads();

        assertThat(scenario.published()).containsExactly(Sample.task(1));
        assertThat(scenario.attempt(1).id()).isEqualTo(attempt);
        scenario.waits(Duration.ofSeconds(10)).withdraws();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void nothingIsAssignedBeforeEverythingIsLoaded() {
        scenario.takesOver().submits(1).relayAnswers();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.hears(new Command.LoadComplete());
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void slotIsUsedOnlyAfterItsRelayHasAnsweredThisEpoch() {
        scenario.takesOver().loads().submits(1).relayTells(new Epoch(1));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.relayAnswers();
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void relayThatHasNotAnsweredIsAsked() {
        scenario.takesOver().loads();
        scenario.hears(new Command.RelaysRead(List.of(new RelayReading(Sample.RELAY, 7, new Epoch(1)))));

        assertThat(scenario.effects(Effect.AskSnapshot.class)).containsExactly(new Effect.AskSnapshot(Sample.RELAY));
    }

    @Test
    void relayDocumentThatShowsThisEpochIsAnAnswerToo() {
        scenario.takesOver().loads().submits(1);
        scenario.relayRenews().slotIdles(1, 0, null);

        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void occupiedSlotStaysOccupied() {
        scenario.submits(1).starts(1).submits(2).takesOver().loads().relayAnswers();

        assertThat(scenario.state(2)).isEqualTo(TaskState.QUEUED);
        scenario.finishes(1, AttemptResult.PASSED).slotIdles(1, 0, null);
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void stopOfAnOlderLeaderIsRepeated() {
        scenario.submits(1).starts(1).cancels(1).takesOver().loads();

        assertThat(scenario.effects(Effect.PublishStop.class)).isNotEmpty();
    }

    @Test
    void cancelOfAnAssignedTaskIsGoneOnWith() {
        scenario.submits(1).cancels(1).takesOver().loads();
        assertThat(scenario.effects(Effect.Withdraw.class)).isNotEmpty();

        scenario.withdraws();
        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void leaseBeginsAnewAtTheTakeOver() {
        scenario.submits(1).starts(1).relayRenews().watches(Duration.ofSeconds(55));
        scenario.takesOver().loads().watches(Duration.ofSeconds(58)).checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);

        scenario.watches(Duration.ofSeconds(5)).checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.LOST);
    }

    @Test
    void writeThatMissesGivesTheSlotBack() {
        scenario.submits(2);
        scenario.submits(1);
        StoredTask found = scenario.task(1);
        scenario.store().put(new StoredTask(found.id(), 7, found.terms(), ended(), found.fence(), 0, 0, null));
        scenario.finishes(2, AttemptResult.PASSED).slotIdles(1, 0, null);
        assertThat(scenario.published()).containsExactly(Sample.task(2));

        scenario.submits(3).relayAnswers();
        assertThat(scenario.state(3)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void olderReadingChangesNothing() {
        scenario.submits(1);
        StoredTask assigned = scenario.task(1);
        scenario.starts(1).hears(new Command.TasksRead(List.of(assigned)));
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);

        scenario.finishes(1, AttemptResult.PASSED).hears(new Command.TasksRead(List.of(assigned)));
        scenario.submits(2).slotIdles(1, 0, null);
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void ownWriteReadAgainIsNoNews() {
        scenario.submits(1).starts(1);
        long version = scenario.task(1).version();
        scenario.hears(new Command.TasksRead(List.of(scenario.task(1))));

        assertThat(scenario.task(1).version()).isEqualTo(version);
    }

    @Test
    void taskThatIsGoneIsForgotten() {
        scenario.submits(1).hears(new Command.TasksAnswered(List.of(), List.of(Sample.task(1))));
        scenario.submits(2).relayAnswers();

        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void slotWithTwoLiveAttemptsWaitsForBoth() {
        scenario.submits(1).starts(1).submits(2);
        StoredTask second = scenario.task(2);
        scenario.store()
                .put(new StoredTask(
                        second.id(),
                        1,
                        second.terms(),
                        new TaskStatus.Assigned(otherOnTheSameSlot(), null),
                        second.fence(),
                        0,
                        0,
                        null));
        scenario.takesOver().loads().relayAnswers().submits(3);
        scenario.finishes(1, AttemptResult.PASSED).slotIdles(1, 0, null);
        assertThat(scenario.state(3)).isEqualTo(TaskState.QUEUED);

        scenario.waits(Duration.ofSeconds(10)).withdraws().relayAnswers();
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    private io.signalbox.scheduler.core.task.Attempt otherOnTheSameSlot() {
        var first = scenario.attempt(1);
        return new io.signalbox.scheduler.core.task.Attempt(
                new AttemptId(Sample.task(77).value()),
                1,
                first.fence(),
                new Epoch(1),
                first.slot(),
                first.runnerName(),
                first.generation(),
                first.pool(),
                first.relay(),
                first.assignedAt());
    }

    private static TaskStatus ended() {
        return new TaskStatus.Ended(TaskState.CANCELED, null, null, Sample.START);
    }

    @Test
    void newLeaderKnowsHowLongTasksTookUnderTheOldOne() {
        scenario.submits(1).starts(1).submits(2).takesOver().loads().relayAnswers();
        assertThat(scenario.explain(2).estimatedStart()).isNull();

        scenario.hears(new Command.EndedRead(List.of(new Took(Sample.terms().build(), 60_000))));
        assertThat(scenario.explain(2).estimatedStart())
                .isEqualTo(scenario.attempt(1).assignedAt().plusSeconds(60));
    }
}
