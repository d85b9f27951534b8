package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.Report.StartClaimed;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** C1, the scheduler's side: an assignment is taken back only against the claim. */
class WithdrawTest {
    private final CoreScenario scenario = CoreScenario.ready().withRunner(1, 1);

    @Test
    void assignmentThatDoesNotStartIsWithdrawnAfterTenSeconds() {
        scenario.submits(1).waits(Duration.ofSeconds(9));
        assertThat(scenario.effects(Effect.Withdraw.class)).isEmpty();

        scenario.waits(Duration.ofSeconds(1));
        assertThat(scenario.effects(Effect.Withdraw.class)).hasSize(1);
    }

    @Test
    void withdrawnAttemptIsNoTryAndItsTaskWaitsAgain() {
        scenario.submits(1);
        var first = scenario.attempt(1);
        scenario.waits(Duration.ofSeconds(10)).withdraws();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
        assertThat(scenario.store().report(ReportId.start(first.id()))).isNull();

        scenario.relayAnswers();
        assertThat(scenario.attempt(1).number()).isEqualTo(1);
        assertThat(scenario.attempt(1).id()).isNotEqualTo(first.id());
        assertThat(scenario.attempt(1).fence()).isGreaterThan(first.fence());
    }

    @Test
    void claimThatStandsMeansThatItRuns() {
        scenario.submits(1);
        scenario.gives(1);
        scenario.waits(Duration.ofSeconds(10)).withdraws();

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
    }

    @Test
    void withdrawalIsAskedForAgainUntilItIsAnswered() {
        scenario.submits(1).waits(Duration.ofSeconds(21));

        assertThat(scenario.effects(Effect.Withdraw.class)).hasSize(3);
    }

    @Test
    void returnedMessageIsWithdrawnAtOnceAndItsRelayIsNotUsed() {
        scenario.submits(1)
                .hears(new Command.Undeliverable(
                        Sample.task(1), scenario.attempt(1).id()))
                .withdraws();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.slotIdles(1, 0, null);
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
        scenario.relayAnswers();
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void slotOfAWithdrawnAttemptIsUsedAgainOnlyOnItsRelaysWord() {
        scenario.submits(1).waits(Duration.ofSeconds(10)).withdraws().readsRunners();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.relayAnswers();
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void claimedAttemptThatItsSlotDoesNotKnowIsPublishedAgain() {
        scenario.submits(1).starts(1).forgetEffects().slotIdles(1, 0, null).checks();

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
        assertThat(scenario.published()).containsExactly(Sample.task(1));
    }

    @Test
    void claimedAttemptOnASlotThatRunsAnotherIsWithdrawn() {
        scenario.submits(1).starts(1).forgetEffects();
        scenario.runner(1).syncs(0, other());
        scenario.readsRunners().checks();
        assertThat(scenario.effects(Effect.Withdraw.class))
                .singleElement()
                .satisfies(wanted -> assertThat(wanted.claimedSync()).isEqualTo(1));

        scenario.withdraws();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void endThatWasReportedWinsOverTheIdleWord() {
        scenario.submits(1).starts(1);
        var attempt = scenario.attempt(1).id();
        scenario.store().append(new Report.Finished(Sample.task(1), attempt, AttemptResult.PASSED, 0, null));
        scenario.slotIdles(1, 0, attempt).checks();

        assertThat(scenario.state(1)).isEqualTo(TaskState.PASSED);
    }

    @Test
    void claimThatWasRaisedMeanwhileIsNotWithdrawn() {
        scenario.submits(1).starts(1).cancels(1).slotIdles(1, 0, null).checks();
        StartClaimed raised = scenario.gives(1);
        scenario.withdraws();

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
        assertThat(scenario.store().report(raised.id())).isEqualTo(raised);
    }

    @Test
    void whatWasReadBeforeItRanDoesNotTakeItBackAfterwards() {
        scenario.submits(1).starts(1).cancels(1).slotIdles(1, 0, null);
        var attempt = scenario.attempt(1).id();
        scenario.gives(1);
        Command early =
                scenario.read(scenario.effects(Effect.CheckAttempt.class).getFirst());
        scenario.store().append(new Report.Finished(Sample.task(1), attempt, AttemptResult.STOPPED, null, null));
        scenario.slotIdles(1, 0, attempt).hears(early).withdraws();

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
    }

    @Test
    void withdrawalThatAnotherLeaderMadeCounts() {
        scenario.submits(1);
        scenario.reports(
                new Report.StartWithdrawn(Sample.task(1), scenario.attempt(1).id()));

        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void assignedAttemptOfAnEndedSessionIsWithdrawn() {
        scenario.submits(1);
        scenario.runner(1).is(Availability.DISCONNECTED);
        scenario.readsRunners().withdraws();

        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
        scenario.waits(Duration.ofMinutes(1));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void outcomeOfAnOldWithdrawalIsIgnored() {
        scenario.submits(1);
        var old = scenario.attempt(1).id();
        scenario.waits(Duration.ofSeconds(10)).withdraws().relayAnswers();
        long version = scenario.task(1).version();
        scenario.hears(new Command.Withdrawn(Sample.task(1), old));

        assertThat(scenario.task(1).version()).isEqualTo(version);
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    private static AttemptId other() {
        return new AttemptId(Sample.task(99).value());
    }
}
