package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.message.SchedulerCommand.RelaySnapshot;
import io.signalbox.model.message.SchedulerCommand.RunnerGone.GoneRunner;
import io.signalbox.model.message.SchedulerCommand.SlotFree.FreeSlot;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.Report.StartClaimed;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.ModelRunner;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** C4, C17: who is believed about a runner, and what a broken command costs. */
class RunnersTest {
    private final CoreScenario scenario = CoreScenario.ready();

    @Test
    void pausedDrainingAndGoneRunnersGetNothing() {
        scenario.withRunner(1, model(1).is(Availability.PAUSED))
                .withRunner(2, model(2).is(Availability.DRAINING))
                .withRunner(3, model(3))
                .hears(new Command.RunnersGone(
                        Sample.RELAY, List.of(new GoneRunner(Sample.runner(3), new Generation(1)))))
                .submits(1);
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.runner(1).is(Availability.OPEN);
        scenario.relayAnswers();
        assertThat(scenario.attempt(1).slot().runner()).isEqualTo(Sample.runner(1));
    }

    @Test
    void goodbyeOfAnOlderSessionIsIgnored() {
        scenario.withRunner(1, 1);
        scenario.runner(1).registersAnew().beginsSlot(0, null);
        scenario.relayAnswers()
                .hears(new Command.RunnersGone(
                        Sample.RELAY, List.of(new GoneRunner(Sample.runner(1), new Generation(1)))))
                .submits(1);

        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void newsOfAnOlderSessionAreIgnored() {
        scenario.withRunner(1, 1);
        var old = scenario.runner(1).presence();
        scenario.runner(1).registersAnew();
        scenario.relayAnswers()
                .hears(new Command.RelayAnswered(new RelaySnapshot(Sample.RELAY, new Epoch(1), true, List.of(old))))
                .submits(1);
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.runner(1).beginsSlot(0, null);
        scenario.relayAnswers();
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void slotThatHasNotSyncedIsNotUsed() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 0).hasSilentSlot(0))
                .submits(1);
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.slotIdles(1, 0, null);
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void goodbyeIsKeptAgainstAnOlderReading() {
        scenario.withRunner(1, 1);
        var before = scenario.runner(1).reading();
        scenario.submits(1).starts(1);
        scenario.hears(
                new Command.RunnersGone(Sample.RELAY, List.of(new GoneRunner(Sample.runner(1), new Generation(1)))));
        scenario.hears(new Command.RunnersRead(List.of(before)));
        scenario.finishes(1, AttemptResult.PASSED).submits(2).slotIdles(1, 0, null);

        assertThat(scenario.state(2)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void wordOfAnUnknownRunnerOrSessionIsIgnored() {
        scenario.withRunner(1, 1).submits(1).submits(2);
        scenario.hears(new Command.SlotsFree(
                Sample.RELAY,
                List.of(
                        new FreeSlot(new SlotRef(Sample.runner(9), 0), new Generation(1), 9, null),
                        new FreeSlot(new SlotRef(Sample.runner(1), 0), new Generation(9), 9, null))));

        assertThat(scenario.state(2)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void olderSyncDoesNotFreeASlot() {
        scenario.withRunner(1, 1).submits(1).starts(1).submits(2);
        scenario.finishes(1, AttemptResult.PASSED);
        scenario.hears(new Command.SlotsFree(
                Sample.RELAY, List.of(new FreeSlot(new SlotRef(Sample.runner(1), 0), new Generation(1), 1, null))));

        assertThat(scenario.state(2)).isEqualTo(TaskState.QUEUED);
    }

    /** C4: a new registration may count its syncs from lower numbers. */
    @Test
    void claimOfAnOlderRegistrationDoesNotKeepTheSlotFromItsNextTask() {
        scenario.withRunner(1, 1).submits(1);
        StartClaimed given = scenario.gives(1);
        scenario.runner(1).registersAnew().beginsSlot(0, given.attempt());
        scenario.relayAnswers()
                .hears(new Command.ReportsRead(List.of(new StartClaimed(
                        given.task(), given.attempt(), given.slot(), given.generation(), given.relay(), 1_000_000))));
        scenario.finishes(1, AttemptResult.PASSED).slotIdles(1, 0, null);
        scenario.submits(2);

        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void runnerIsUsedThroughTheRelayThatHoldsItNow() {
        scenario.withRunner(1, 1);
        RelayId other = new RelayId("r-2");
        scenario.runner(1).at(other).syncs(0, null);
        scenario.hears(new Command.RelaysRead(
                List.of(new RelayReading(Sample.RELAY, 1, new Epoch(1)), new RelayReading(other, 1, new Epoch(1)))));
        scenario.readsRunners().submits(1);

        assertThat(scenario.effects(Effect.PublishAssignment.class))
                .extracting(Effect.PublishAssignment::relay)
                .containsExactly(other);
    }

    @Test
    void changedTagsCountForTheNextTask() {
        scenario.withRunner(1, 1, "linux").submits(1, Sample.terms().tags("gpu", Sample.SHELL));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.runner(1).registersAnew().tagged("gpu").beginsSlot(0, null);
        scenario.readsRunners();
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void idleRunnerThatIsSilentForLongIsNotUsed() {
        scenario.withRunner(1, 1).relayRenews().watches(Duration.ofSeconds(95));
        assertThat(scenario.effects(Effect.RunnerChanged.class))
                .extracting(Effect.RunnerChanged::presence)
                .containsExactly(Effect.Presence.ONLINE, Effect.Presence.UNREACHABLE);

        scenario.submits(1);
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
        scenario.slotIdles(1, 0, null).watches(Duration.ofSeconds(1));
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void runnerThatIsGoneBeforeItWasKnownIsNotRemembered() {
        scenario.withRunner(1, model(1).is(Availability.OPEN)).forgetEffects();
        scenario.hears(new Command.RunnersRead(
                List.of(model(2).is(Availability.DISCONNECTED).reading())));

        assertThat(scenario.effects(Effect.RunnerChanged.class)).isEmpty();
    }

    @Test
    void commandAtWhichTheCoreFailsIsSetAsideAndTheOthersCount() {
        scenario.withRunner(1, 1);
        Command broken = new Command.TasksSubmitted(List.of(new SubmittedTask(Sample.task(5), unusable())));
        scenario.store().insert(Sample.task(1), Sample.terms().build());
        Decision decision = scenario.core()
                .decide(
                        List.of(
                                broken,
                                new Command.TasksSubmitted(List.of(new SubmittedTask(
                                        Sample.task(1), Sample.terms().build())))),
                        scenario.now());

        assertThat(decision.effects()).anySatisfy(effect -> assertThat(effect).isInstanceOf(Effect.SetAside.class));
        assertThat(decision.changes()).extracting(change -> change.task()).containsExactly(Sample.task(1));
    }

    @Test
    void reportOfAnAttemptThatMemoryDoesNotKnowLetsTheTaskBeRead() {
        scenario.withRunner(1, 1).submits(1).starts(1);
        var attempt = scenario.attempt(1).id();
        scenario.takesOver().withRunner(1, scenario.runner(1));
        scenario.reports(new Report.Finished(Sample.task(1), attempt, AttemptResult.PASSED, 0, null));
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);

        scenario.answers();
        assertThat(scenario.state(1)).isEqualTo(TaskState.PASSED);
    }

    @Test
    void sweepsReadingIsNoProofThatAReportIsOutlived() {
        scenario.withRunner(1, 1);
        StoredTask queued = StoredTask.inserted(Sample.task(1), Sample.terms().build());
        scenario.submits(1).starts(1);
        var claim = Objects.requireNonNull(
                scenario.store().report(ReportId.start(scenario.attempt(1).id())));
        scenario.takesOver().hears(new Command.TasksRead(List.of(queued)));
        scenario.hears(new Command.ReportsRead(List.of(claim)), new Command.TasksRead(List.of(queued)));

        assertThat(scenario.effects(Effect.RemoveReports.class)).isEmpty();
        scenario.answers();
        assertThat(scenario.effects(Effect.RemoveReports.class)).isEmpty();
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
    }

    @Test
    void reportsOfATaskThatDoesNotExistAreDropped() {
        scenario.reports(new Report.CancelWanted(Sample.task(9), Sample.START)).answers();

        assertThat(scenario.effects(Effect.RemoveReports.class)).hasSize(1);
    }

    private static ModelRunner model(int number) {
        return new ModelRunner(Sample.runner(number), 1);
    }

    private static io.signalbox.model.task.TaskTerms unusable() {
        var terms = Sample.terms().build();
        return new io.signalbox.model.task.TaskTerms(
                terms.project(),
                terms.pool(),
                terms.tags(),
                terms.priority(),
                java.time.Instant.MAX,
                null,
                terms.queueTimeout(),
                terms.timeout(),
                terms.stopGrace(),
                terms.retry(),
                terms.onLost(),
                null,
                null);
    }
}
