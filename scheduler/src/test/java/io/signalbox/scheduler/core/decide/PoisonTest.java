package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.spec.OnLost;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** C17: what the core fails on is set aside, and stops nothing else. */
class PoisonTest {
    private static final Duration TOO_LONG = Duration.ofSeconds(Long.MAX_VALUE);

    private final CoreScenario scenario = CoreScenario.ready();

    private void inserted(int number, Sample.Terms terms) {
        scenario.store().insert(Sample.task(number), terms.build());
    }

    private Command all() {
        return new Command.TasksRead(scenario.store().tasks());
    }

    @Test
    void poisonedTaskOfAPageCostsNoOther() {
        inserted(1, Sample.terms());
        inserted(2, Sample.terms().createdAt(Instant.MAX));
        inserted(3, Sample.terms());
        scenario.withRunner(1, 3).hears(all());

        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
        assertThat(scenario.state(3)).isEqualTo(TaskState.ASSIGNED);
        assertThat(scenario.effects(Effect.SetAside.class))
                .singleElement()
                .satisfies(it -> assertThat(it.task()).isEqualTo(Sample.task(2)));
    }

    @Test
    void poisonedTaskIsNotHeardOfAgainInThisTermButInTheNext() {
        inserted(1, Sample.terms().createdAt(Instant.MAX));
        scenario.hears(all()).forgetEffects().hears(all());
        assertThat(scenario.effects(Effect.SetAside.class)).isEmpty();

        scenario.takesOver().loads();
        assertThat(scenario.effects(Effect.SetAside.class)).hasSize(1);
    }

    @Test
    void poisonedAttemptKeepsNoOtherLeaseFromBeingWatched() {
        scenario.withRunner(1, 1).withRunner(2, 1);
        scenario.relayRenews()
                .relayRenews()
                .submits(1, Sample.terms().onLost(new OnLost(OnLost.Policy.FAIL, TOO_LONG, 0)))
                .submits(2)
                .starts(1)
                .starts(2)
                .watches(Duration.ofSeconds(62))
                .checks();

        assertThat(scenario.state(2)).isEqualTo(TaskState.LOST);
        assertThat(scenario.effects(Effect.SetAside.class))
                .singleElement()
                .satisfies(it -> assertThat(it.task()).isEqualTo(Sample.task(1)));
    }

    @Test
    void poisonedMomentKeepsNoOtherFromComing() {
        scenario.submits(1, Sample.terms().queueTimeout(Duration.ofMinutes(1)));
        inserted(2, Sample.terms().queueTimeout(TOO_LONG));
        scenario.hears(all()).waits(Duration.ofHours(1));

        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
        assertThat(scenario.state(2)).isEqualTo(TaskState.QUEUED);
        assertThat(scenario.effects(Effect.SetAside.class)).hasSize(1);
    }
}
