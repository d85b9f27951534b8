package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.ModelRunner;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** C22: moments are those of the store; and what follows a failed attempt. */
class TimeTest {
    private final CoreScenario scenario = CoreScenario.ready();

    private Sample.Terms terms() {
        return Sample.terms().createdAt(Objects.requireNonNull(scenario.now().store()));
    }

    @Test
    void taskThatWaitsTooLongIsCanceled() {
        scenario.submits(1, terms().queueTimeout(Duration.ofSeconds(30))).waits(Duration.ofSeconds(29));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.waits(Duration.ofSeconds(1));
        assertThat(scenario.end(1).reason())
                .isNotNull()
                .satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.QUEUE_TIMEOUT));
    }

    @Test
    void nothingExpiresWhileTheStoresClockIsUnknown() {
        scenario.submits(1, terms().queueTimeout(Duration.ofSeconds(30)))
                .losesStoreClock()
                .waits(Duration.ofMinutes(10));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.findsStoreClock().waits(Duration.ofSeconds(1));
        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void attemptsThatNeverStartedDoNotResetTheQueueTimeout() {
        scenario.withRunner(1, 1).submits(1, terms().queueTimeout(Duration.ofSeconds(15)));
        scenario.waits(Duration.ofSeconds(10)).withdraws().waits(Duration.ofSeconds(5));

        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void officialAgentIsToldToStopAtTheTimeOutForItKnowsNone() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 1).official());
        scenario.submits(1, terms().timeout(Duration.ofSeconds(30))).starts(1);
        scenario.waits(Duration.ofSeconds(29));
        assertThat(scenario.effects(Effect.PublishStop.class)).isEmpty();

        scenario.waits(Duration.ofSeconds(1));
        assertThat(scenario.effects(Effect.PublishStop.class)).hasSize(1);
    }

    @Test
    void ourRunnerIsLeftToEndItsAttemptByItself() {
        scenario.withRunner(1, 1)
                .submits(1, terms().timeout(Duration.ofSeconds(30)))
                .starts(1);
        scenario.waits(Duration.ofSeconds(44));
        assertThat(scenario.effects(Effect.PublishStop.class)).isEmpty();

        scenario.waits(Duration.ofSeconds(1));
        assertThat(scenario.effects(Effect.PublishStop.class)).hasSize(1);
    }

    @Test
    void taskIsNotStartedBeforeItsTime() {
        scenario.withRunner(1, 1)
                .submits(
                        1,
                        terms().notBefore(Objects.requireNonNull(scenario.now().store())
                                        .plusSeconds(30))
                                .queueTimeout(Duration.ofSeconds(30)))
                .waits(Duration.ofSeconds(29));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.waits(Duration.ofSeconds(1));
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void queueTimeoutCountsFromNotBefore() {
        scenario.submits(
                        1,
                        terms().notBefore(Objects.requireNonNull(scenario.now().store())
                                        .plusSeconds(30))
                                .queueTimeout(Duration.ofSeconds(30)))
                .waits(Duration.ofSeconds(59));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.waits(Duration.ofSeconds(1));
        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void attemptThatOverrunsItsTimeoutIsStopped() {
        scenario.withRunner(1, 1)
                .submits(1, terms().timeout(Duration.ofSeconds(30)))
                .starts(1);
        scenario.waits(Duration.ofSeconds(44));
        assertThat(scenario.effects(Effect.PublishStop.class)).isEmpty();

        scenario.waits(Duration.ofSeconds(1));
        assertThat(scenario.effects(Effect.PublishStop.class))
                .singleElement()
                .satisfies(it -> assertThat(it.stop().cause()).isEqualTo(ReasonCode.TASK_TIMEOUT));
        scenario.finishes(1, AttemptResult.STOPPED);
        assertThat(scenario.state(1)).isEqualTo(TaskState.TIMED_OUT);
    }

    @Test
    void cancelIsStrongerThanTheTimeout() {
        scenario.withRunner(1, 1)
                .submits(1, terms().timeout(Duration.ofSeconds(30)))
                .starts(1);
        scenario.waits(Duration.ofSeconds(45)).cancels(1).finishes(1, AttemptResult.STOPPED);

        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void stopThatNobodyAskedForIsAFailure() {
        scenario.withRunner(1, 1).submits(1).starts(1).finishes(1, AttemptResult.STOPPED);

        assertThat(scenario.state(1)).isEqualTo(TaskState.FAILED);
        assertThat(scenario.end(1).reason())
                .isNotNull()
                .satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.SELF_STOPPED));
    }

    @Test
    void failedAttemptIsTriedAgainAfterItsBackoff() {
        scenario.withRunner(1, 1)
                .submits(1, terms().retry(2, RetryPolicy.Cause.FAILED))
                .starts(1)
                .finishes(1, AttemptResult.FAILED, 3)
                .slotIdles(1, 0, null)
                .waits(Duration.ofSeconds(9));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.waits(Duration.ofSeconds(4));
        assertThat(scenario.attempt(1).number()).isEqualTo(2);
        scenario.starts(1).finishes(1, AttemptResult.FAILED, 3);
        assertThat(scenario.state(1)).isEqualTo(TaskState.FAILED);
        assertThat(scenario.end(1).exitCode()).isEqualTo(3);
        assertThat(scenario.store().history(Sample.task(1))).hasSize(2);
    }

    @Test
    void timedOutAttemptIsTriedAgainOnlyIfThatIsWanted() {
        scenario.withRunner(1, 2)
                .submits(1, terms().retry(2, RetryPolicy.Cause.TIMED_OUT))
                .submits(2, terms().retry(2, RetryPolicy.Cause.FAILED))
                .starts(1)
                .starts(2)
                .finishes(1, AttemptResult.TIMED_OUT)
                .finishes(2, AttemptResult.TIMED_OUT);

        assertThat(List.of(scenario.state(1), scenario.state(2)))
                .containsExactly(TaskState.QUEUED, TaskState.TIMED_OUT);
    }

    @Test
    void onlyListedExitCodesAreTriedAgain() {
        scenario.withRunner(1, 3)
                .submits(1, terms().retryExitCodes(2, 75))
                .submits(2, terms().retryExitCodes(2, 75))
                .submits(3, terms().retryExitCodes(2, 75))
                .starts(1)
                .starts(2)
                .starts(3)
                .finishes(1, AttemptResult.FAILED, 75)
                .finishes(2, AttemptResult.FAILED, 1)
                .finishes(3, AttemptResult.FAILED);

        assertThat(List.of(scenario.state(1), scenario.state(2), scenario.state(3)))
                .containsExactly(TaskState.QUEUED, TaskState.FAILED, TaskState.FAILED);
    }

    @Test
    void timeOfTheCoreNeverGoesBack() {
        scenario.withRunner(1, 1).submits(1);
        scenario.core().decide(List.of(new Command.Tick()), Now.of(0, Sample.START));
        scenario.waits(Duration.ofSeconds(9));

        assertThat(scenario.effects(Effect.Withdraw.class)).isEmpty();
    }
}
