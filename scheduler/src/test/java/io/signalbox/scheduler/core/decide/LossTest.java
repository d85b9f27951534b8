package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.spec.OnLost;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C6, C8, C11: silence and a new registration, and what the task makes of them. */
class LossTest {
    private final CoreScenario scenario = CoreScenario.ready().withRunner(1, 1);

    private void running() {
        scenario.relayRenews().relayRenews().submits(1).starts(1).readsRunners().forgetEffects();
    }

    private List<Effect.Presence> presences() {
        return scenario.effects(Effect.RunnerChanged.class).stream()
                .map(Effect.RunnerChanged::presence)
                .toList();
    }

    @Test
    void answerToAnEarlierQuestionDecidesNothingOfALaterOne() {
        running();
        scenario.watches(Duration.ofSeconds(62));
        Command early =
                scenario.read(scenario.effects(Effect.CheckAttempt.class).getFirst());
        scenario.runner(1).syncs(0, scenario.attempt(1).id());
        scenario.watches(Duration.ofSeconds(65)).hears(early);

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
        assertThat(scenario.checks().state(1)).isEqualTo(TaskState.LOST);
    }

    @Test
    void attemptThatNeverReachedItsRunnerIsTakenBackInsteadOfLost() {
        running();
        scenario.slotIdles(1, 0, null).watches(Duration.ofSeconds(61)).forgetEffects();
        scenario.watches(Duration.ofSeconds(6)).checks().withdraws();

        assertThat(scenario.task(1).losses()).isZero();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void silentRunnerIsShownAsUnreachableAndNothingElse() {
        running();
        scenario.watches(Duration.ofSeconds(17));

        assertThat(presences()).containsExactly(Effect.Presence.UNREACHABLE);
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
    }

    @Test
    void silenceEndsTheTaskOnlyAfterOneMoreReading() {
        running();
        scenario.watches(Duration.ofSeconds(62));
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);

        scenario.checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.LOST);
        assertThat(scenario.end(1).reason())
                .isNotNull()
                .satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.RUNNER_LOST));
        assertThat(scenario.effects(Effect.Lost.class)).hasSize(1);
    }

    @Test
    void lossSaysWhatTheMachineWasShortOf() {
        running();
        scenario.runner(1).had(new HealthSample(Instant.EPOCH, 0.5, 1, 1, 1000, 500, 1000));
        scenario.watches(Duration.ofSeconds(62)).checks();
        assertThat(scenario.end(1).reason())
                .isNotNull()
                .satisfies(it -> assertThat(it.message()).contains("was silent", "its memory was short"));
    }

    @Test
    void beatReadAtTheLastMomentKeepsTheAttempt() {
        running();
        scenario.watches(Duration.ofSeconds(62));
        scenario.runner(1).syncs(0, scenario.attempt(1).id());
        scenario.checks().watches(Duration.ofSeconds(14));

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
        assertThat(presences()).endsWith(Effect.Presence.ONLINE);
    }

    @Test
    void newRegistrationReadAtTheLastMomentIsASignOfLife() {
        running();
        scenario.watches(Duration.ofSeconds(62));
        scenario.runner(1).registersAnew().hasSilentSlot(0);
        scenario.readsRunners().checks().watches(Duration.ofSeconds(50)).checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);

        scenario.watches(Duration.ofSeconds(12)).checks();
        assertThat(scenario.end(1).reason())
                .isNotNull()
                .satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.RUNNER_LOST));
    }

    @Test
    void endReadAtTheLastMomentStands() {
        running();
        scenario.watches(Duration.ofSeconds(62));
        scenario.store()
                .append(new Report.Finished(Sample.task(1), scenario.attempt(1).id(), AttemptResult.PASSED, 0, null));
        scenario.checks();

        assertThat(scenario.state(1)).isEqualTo(TaskState.PASSED);
    }

    @Test
    void beatThatNamesAnotherAttemptRenewsNothing() {
        running();
        for (int second = 0; second < 62; second++) {
            scenario.runner(1).syncs(0, new AttemptId(Sample.task(99).value()));
            scenario.watches(Duration.ofSeconds(1));
        }
        scenario.effects(Effect.CheckAttempt.class);
        scenario.checks();

        assertThat(scenario.store()
                        .isCurrent(Sample.task(1), scenario.attempt(1).id()))
                .isTrue();
        assertThat(scenario.effects(Effect.Withdraw.class)).isNotEmpty();
    }

    @Test
    void timeWithoutReadingsDoesNotCount() {
        running();
        scenario.waits(Duration.ofMinutes(10)).watches(Duration.ofSeconds(10)).checks();

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
        assertThat(scenario.effects(Effect.CheckAttempt.class)).isEmpty();
    }

    @Test
    void timeWithoutALivingRelayDoesNotCountAndLeasesBeginAnew() {
        running();
        scenario.watches(Duration.ofSeconds(50));
        for (int second = 0; second < 120; second++) {
            scenario.waits(Duration.ofSeconds(1)).readsRunners();
        }
        scenario.watches(Duration.ofSeconds(50)).checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);

        scenario.watches(Duration.ofSeconds(12)).checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.LOST);
    }

    @Test
    void lostTaskIsRequeuedIfItsUserWantsAndWaitsForTheGuard() {
        scenario.relayRenews()
                .relayRenews()
                .submits(1, Sample.terms().requeueWhenLost())
                .starts(1);
        var lost = scenario.attempt(1);
        scenario.watches(Duration.ofSeconds(62)).checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.withRunner(2, 1).watches(Duration.ofSeconds(50));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
        scenario.watches(Duration.ofSeconds(12));
        assertThat(scenario.attempt(1).number()).isEqualTo(lost.number() + 1);
        assertThat(scenario.attempt(1).slot().runner()).isEqualTo(Sample.runner(2));
    }

    @Test
    void lostAttemptThatWasGivenOnceMoreDelaysItsSuccessor() {
        scenario.relayRenews()
                .relayRenews()
                .submits(1, Sample.terms().requeueWhenLost())
                .starts(1);
        var lost = scenario.attempt(1).id();
        scenario.watches(Duration.ofSeconds(62)).checks().watches(Duration.ofSeconds(50));
        scenario.runner(1).isGiven(0, lost);
        scenario.withRunner(2, 1).watches(Duration.ofSeconds(50));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.watches(Duration.ofSeconds(12));
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    /** Its task waits for another attempt, and the other runner is free. */
    private AttemptId lostAndGivenOnceMore() {
        scenario.relayRenews()
                .relayRenews()
                .submits(1, Sample.terms().requeueWhenLost())
                .starts(1)
                .readsRunners();
        var lost = scenario.attempt(1).id();
        scenario.watches(Duration.ofSeconds(62)).checks().withRunner(2, 1).forgetEffects();
        scenario.runner(1).isGiven(0, lost);
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
        return lost;
    }

    @Test
    void successorIsNotOfferedWhileNobodyReadsTheBeatsOfWhatWasLost() {
        lostAndGivenOnceMore();
        scenario.waits(Duration.ofSeconds(90)).relayAnswers();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.watches(Duration.ofSeconds(58));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.watches(Duration.ofSeconds(6));
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void nextLeaderOffersNoSuccessorBeforeItSawTheBeatsUnchanged() {
        lostAndGivenOnceMore();
        scenario.passes(90_000)
                .takesOver()
                .readsRunners()
                .hears(new Command.TasksRead(List.of(scenario.task(1))), new Command.LoadComplete())
                .relayAnswers();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.watches(Duration.ofSeconds(70));
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void lostAttemptThatBeatsAgainIsToldToStop() {
        var lost = lostAndGivenOnceMore();
        scenario.readsRunners();

        assertThat(scenario.effects(Effect.PublishStop.class))
                .singleElement()
                .satisfies(it -> assertThat(it.stop().attempt()).isEqualTo(lost));
    }

    @Test
    void requeuesAreCounted() {
        scenario.relayRenews().relayRenews().submits(1, Sample.terms().requeueWhenLost());
        for (int loss = 0; loss < 3; loss++) {
            scenario.starts(1).watches(Duration.ofSeconds(62)).checks();
            assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
            scenario.slotIdles(1, 0, null).watches(Duration.ofSeconds(62));
        }
        scenario.starts(1).watches(Duration.ofSeconds(62)).checks();

        assertThat(scenario.state(1)).isEqualTo(TaskState.LOST);
        assertThat(scenario.store().history(Sample.task(1))).hasSize(4);
        assertThat(scenario.end(1).reason()).isNotNull().satisfies(it -> {
            assertThat(it.code()).isEqualTo(ReasonCode.LOST_REPEATEDLY);
            assertThat(it.message())
                    .startsWith("it lost its runner in 4 of 4 attempts; the last one: runner runner-01: was silent");
        });
    }

    @Test
    void taskThatMayNotBeRequeuedEndsWithTheCauseOfItsOnlyLoss() {
        scenario.relayRenews()
                .relayRenews()
                .submits(1, Sample.terms().onLost(new OnLost(OnLost.Policy.REQUEUE, Duration.ofSeconds(60), 0)))
                .starts(1)
                .watches(Duration.ofSeconds(62))
                .checks();

        assertThat(scenario.end(1).reason())
                .isNotNull()
                .satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.RUNNER_LOST));
    }

    @Test
    void lossOfACanceledTaskIsItsEnd() {
        running();
        scenario.cancels(1).watches(Duration.ofSeconds(62)).checks();

        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
        assertThat(scenario.store().history(Sample.task(1)))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(TaskState.LOST));
    }

    @Test
    void newRegistrationThatDoesNotNameTheAttemptLosesIt() {
        running();
        scenario.runner(1).registersAnew().hasSilentSlot(0);
        scenario.readsRunners().checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);

        scenario.runner(1).syncs(0, null);
        scenario.readsRunners().checks();
        assertThat(scenario.end(1).reason())
                .isNotNull()
                .satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.RUNNER_RESTARTED));
    }

    @Test
    void newRegistrationThatNamesTheAttemptKeepsIt() {
        running();
        scenario.runner(1).registersAnew().beginsSlot(0, scenario.attempt(1).id());
        scenario.readsRunners().checks().watches(Duration.ofSeconds(5));

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
    }

    @Test
    void restartThatTheRunnersJournalReportsIsRequeuedAtOnce() {
        scenario.submits(1, Sample.terms().requeueWhenLost())
                .starts(1)
                .finishes(1, AttemptResult.INTERRUPTED)
                .withRunner(2, 1)
                .waits(Duration.ofSeconds(1));

        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
        assertThat(scenario.attempt(1).number()).isEqualTo(2);
    }

    @Test
    void resultOfALostAttemptIsRefusedAndShown() {
        running();
        var lost = scenario.attempt(1).id();
        scenario.watches(Duration.ofSeconds(62)).checks();
        scenario.reports(new Report.Finished(Sample.task(1), lost, AttemptResult.PASSED, 0, null))
                .answers();

        assertThat(scenario.state(1)).isEqualTo(TaskState.LOST);
        assertThat(scenario.effects(Effect.Refuse.class))
                .singleElement()
                .satisfies(it -> assertThat(it.attempt()).isEqualTo(lost));
        assertThat(scenario.effects(Effect.Refused.class)).hasSize(1);
    }

    @Test
    void endThatAnEarlierLeaderStoredIsNotRefusedByTheNext() {
        running();
        var report =
                new Report.Finished(Sample.task(1), scenario.attempt(1).id(), AttemptResult.INTERRUPTED, null, null);
        scenario.reports(report).takesOver().loads().reports(report).answers();

        assertThat(scenario.effects(Effect.Refuse.class)).isEmpty();
        assertThat(scenario.effects(Effect.RemoveReports.class))
                .singleElement()
                .satisfies(it -> assertThat(it.reports()).containsExactly(report.id()));
    }

    @Test
    void stopThatTheInterruptedRunnerGivesAsReasonIsALossAndNoFailureOfTheTask() {
        running();
        Reason interrupted = new Reason(ReasonCode.RUNNER_RESTARTED, "its runner was told to end");
        scenario.reports(new Report.Finished(
                Sample.task(1), scenario.attempt(1).id(), AttemptResult.STOPPED, null, interrupted));
        assertThat(scenario.end(1).state()).isEqualTo(TaskState.LOST);
        assertThat(scenario.end(1).reason()).isEqualTo(interrupted);
    }
}
