package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** C13: a runner syncs on and never confirms a stop. The grace of ten seconds, five minutes for epilogues, ninety seconds more. */
class UnheededStopTest {
    private static final Duration LIMIT = Duration.ofSeconds(10 + 300 + 90);

    private final CoreScenario scenario = CoreScenario.ready().withRunner(1, 1);

    private void running(Sample.Terms terms) {
        scenario.relayRenews()
                .relayRenews()
                .submits(
                        1, terms.createdAt(Objects.requireNonNull(scenario.now().store())))
                .starts(1)
                .readsRunners()
                .forgetEffects();
    }

    private void syncsFor(Duration time) {
        AttemptId attempt = scenario.attempt(1).id();
        for (long second = 0; second < time.toSeconds(); second++) {
            scenario.runner(1).syncs(0, attempt);
            scenario.watches(Duration.ofSeconds(1));
        }
    }

    @Test
    void unconfirmedCancelEndsTheTaskAfterOneMoreReading() {
        running(Sample.terms());
        scenario.cancels(1);
        syncsFor(LIMIT.minusSeconds(1));
        scenario.checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);

        syncsFor(Duration.ofSeconds(3));
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
        scenario.checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
        assertThat(scenario.end(1).reason())
                .isNotNull()
                .satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.STOP_UNCONFIRMED));
    }

    @Test
    void unconfirmedTimeoutEndsTheTaskAndIsNeverRetried() {
        running(Sample.terms().timeout(Duration.ofMinutes(1)).retry(5, RetryPolicy.Cause.TIMED_OUT));
        syncsFor(LIMIT.plusSeconds(80));
        scenario.checks();

        assertThat(scenario.state(1)).isEqualTo(TaskState.TIMED_OUT);
        assertThat(scenario.store().history(Sample.task(1))).hasSize(1);
    }

    @Test
    void slotIsSetAsideUntilItsRunnerSaysThatItIsIdle() {
        running(Sample.terms());
        AttemptId attempt = scenario.attempt(1).id();
        scenario.cancels(1);
        syncsFor(LIMIT.plusSeconds(3));
        scenario.checks();
        assertThat(scenario.effects(Effect.SlotSetAside.class))
                .singleElement()
                .satisfies(it -> assertThat(it.attempt()).isEqualTo(attempt));

        scenario.submits(2).runner(1).syncs(0, attempt);
        scenario.watches(Duration.ofSeconds(20)).takesOver().loads().relayAnswers();
        assertThat(scenario.state(2)).isEqualTo(TaskState.QUEUED);

        scenario.slotIdles(1, 0, attempt);
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void endThatIsReadAtTheLastMomentStands() {
        running(Sample.terms());
        scenario.cancels(1);
        syncsFor(LIMIT.plusSeconds(3));
        scenario.store()
                .append(new Report.Finished(Sample.task(1), scenario.attempt(1).id(), AttemptResult.PASSED, 0, null));
        scenario.checks();

        assertThat(scenario.state(1)).isEqualTo(TaskState.PASSED);
    }

    @Test
    void silenceOfTheRunnerBeginsTheCountAnew() {
        running(Sample.terms());
        scenario.cancels(1);
        syncsFor(LIMIT.minusSeconds(30));
        scenario.watches(Duration.ofSeconds(20));
        syncsFor(LIMIT.minusSeconds(5));
        scenario.checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);

        syncsFor(Duration.ofSeconds(10));
        scenario.checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void newLeaderCountsAnew() {
        running(Sample.terms());
        scenario.cancels(1);
        syncsFor(LIMIT.minusSeconds(10));
        scenario.takesOver().loads().relayAnswers();
        syncsFor(LIMIT.minusSeconds(10));
        scenario.checks();

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
    }
}
