package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.message.SchedulerCommand.RunnerGone.GoneRunner;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C1: a runner says goodbye, and what it had begun is lost; what it had not is taken back. */
class GoodbyeTest {
    private final CoreScenario scenario = CoreScenario.ready().withRunner(1, 1);

    private void running() {
        scenario.relayRenews().relayRenews().submits(1).starts(1).readsRunners().forgetEffects();
    }

    @Test
    void goodbyeWithALiveAttemptLosesIt() {
        running();
        scenario.runner(1).is(Availability.DISCONNECTED);
        scenario.readsRunners().checks();

        assertThat(scenario.end(1).reason())
                .isNotNull()
                .satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.RUNNER_DISCONNECTED));
        assertThat(scenario.effects(Effect.RunnerChanged.class))
                .extracting(Effect.RunnerChanged::presence)
                .containsExactly(Effect.Presence.GONE);
    }

    @Test
    void goodbyeOfASlotThatHadSaidSinceThatItHasNothingTakesTheAttemptBack() {
        running();
        scenario.slotIdles(1, 0, null).forgetEffects();
        scenario.runner(1).is(Availability.DISCONNECTED);
        scenario.readsRunners().waits(Duration.ofSeconds(20)).readsRunners();
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);

        scenario.checks().withdraws();
        assertThat(scenario.task(1).losses()).isZero();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
        assertThat(scenario.published()).isEmpty();
    }

    @Test
    void lastWordOfASlotCountsThoughItIsReadBehindTheGoodbye() {
        running();
        scenario.hears(new Command.RunnersGone(
                Sample.RELAY,
                List.of(new GoneRunner(Sample.runner(1), scenario.attempt(1).generation()))));
        scenario.runner(1).syncs(0, null).is(Availability.DISCONNECTED);
        scenario.checks().readsRunners().checks().withdraws();

        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void runnerThatIsBackAfterItsGoodbyeSaysItselfWhatItKnows() {
        running();
        scenario.runner(1).is(Availability.DISCONNECTED);
        scenario.readsRunners();
        scenario.runner(1).registersAnew().hasSilentSlot(0);
        scenario.checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);

        scenario.finishes(1, AttemptResult.INTERRUPTED);
        assertThat(scenario.end(1).reason())
                .isNotNull()
                .satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.RUNNER_RESTARTED));
    }
}
