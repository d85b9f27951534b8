package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C12: a cancel is for the task, stored, and forbids further attempts. */
class CancelTest {
    private final CoreScenario scenario = CoreScenario.ready();

    @Test
    void waitingTaskIsCanceledAtOnce() {
        scenario.submits(1).cancels(1);

        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
        assertThat(scenario.task(1).cancelRequestedAt()).isNotNull();
        assertThat(scenario.store().reports()).isEmpty();
    }

    @Test
    void canceledTaskIsNeverAssigned() {
        scenario.submits(1).cancels(1).withRunner(1, 1);

        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void assignedTaskIsWithdrawnThenCanceled() {
        scenario.withRunner(1, 1).submits(1).cancels(1);
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
        assertThat(scenario.task(1).cancelRequestedAt()).isNotNull();

        scenario.withdraws();
        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
        assertThat(scenario.store().history(Sample.task(1))).isEmpty();
    }

    @Test
    void assignedTaskThatStartsMeanwhileIsStopped() {
        scenario.withRunner(1, 1).submits(1);
        scenario.gives(1);
        scenario.cancels(1).withdraws();

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
        assertThat(scenario.effects(Effect.PublishStop.class))
                .singleElement()
                .satisfies(stop -> assertThat(stop.stop().cause()).isEqualTo(ReasonCode.CANCEL_REQUESTED));
    }

    @Test
    void runningTaskIsToldToStopUntilItEnds() {
        scenario.withRunner(1, 1).submits(1).starts(1).cancels(1).waits(Duration.ofSeconds(11));
        assertThat(scenario.effects(Effect.PublishStop.class)).hasSize(3);

        scenario.finishes(1, AttemptResult.STOPPED).forgetEffects().waits(Duration.ofSeconds(11));
        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
        assertThat(scenario.effects(Effect.PublishStop.class)).isEmpty();
    }

    @Test
    void passedStandsWhenReadAfterTheCancel() {
        scenario.withRunner(1, 1).submits(1).starts(1).cancels(1).finishes(1, AttemptResult.PASSED);

        assertThat(scenario.state(1)).isEqualTo(TaskState.PASSED);
    }

    @Test
    void failedReadTogetherWithTheCancelStandsAndIsNotRetried() {
        scenario.withRunner(1, 1)
                .submits(1, Sample.terms().retry(3, RetryPolicy.Cause.FAILED))
                .starts(1);
        scenario.reports(
                new Report.Finished(Sample.task(1), scenario.attempt(1).id(), AttemptResult.FAILED, 1, null),
                scenario.wish(1));

        assertThat(scenario.state(1)).isEqualTo(TaskState.FAILED);
    }

    @Test
    void cancelBetweenAttemptsForbidsTheNext() {
        scenario.withRunner(1, 1)
                .submits(1, Sample.terms().retry(3, RetryPolicy.Cause.FAILED))
                .starts(1)
                .finishes(1, AttemptResult.FAILED, 1);
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.cancels(1).slotIdles(1, 0, null).waits(Duration.ofMinutes(1));
        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void wishIsRepeatedWithoutEffect() {
        scenario.withRunner(1, 1).submits(1).starts(1).cancels(1);
        long version = scenario.task(1).version();
        scenario.cancels(1);

        assertThat(scenario.effects(Effect.RemoveReports.class)).hasSize(1);
        assertThat(scenario.task(1).status().state()).isEqualTo(TaskState.RUNNING);
        assertThat(scenario.task(1).version()).isEqualTo(version);
    }

    @Test
    void wishForAnEndedTaskIsRemovedAfterAFreshReading() {
        scenario.withRunner(1, 1)
                .submits(1)
                .starts(1)
                .finishes(1, AttemptResult.PASSED)
                .cancels(1);
        assertThat(scenario.effects(Effect.RemoveReports.class)).isEmpty();

        scenario.answers();
        assertThat(scenario.effects(Effect.RemoveReports.class))
                .extracting(Effect.RemoveReports::reports)
                .containsExactly(List.of(ReportId.cancel(Sample.task(1))));
        assertThat(scenario.state(1)).isEqualTo(TaskState.PASSED);
    }

    @Test
    void cancelOfAnAttemptThatNeverReachedItsRunnerWithdrawsTheClaim() {
        scenario.withRunner(1, 1).submits(1).starts(1).cancels(1);
        scenario.slotIdles(1, 0, null).checks();
        assertThat(scenario.effects(Effect.Withdraw.class)).isNotEmpty();

        scenario.withdraws();
        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
        assertThat(scenario.store().history(Sample.task(1))).isEmpty();
    }
}
