package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.ModelRunner;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C10: an official agent may hold its job for an hour without contact. */
class OfficialAgentLossTest {
    private final CoreScenario scenario = CoreScenario.ready();

    @BeforeEach
    void officialAgentFallsSilent() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 1).official());
        scenario.relayRenews()
                .relayRenews()
                .submits(
                        1,
                        Sample.terms()
                                .requeueWhenLost()
                                .createdAt(Objects.requireNonNull(scenario.now().store())))
                .starts(1)
                .readsRunners()
                .watches(Duration.ofSeconds(62))
                .checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
        scenario.withRunner(2, 1);
    }

    /** Time passes, and the other runner syncs. */
    private void passes(Duration time) {
        for (long second = 0; second < time.toSeconds(); second += 10) {
            scenario.runner(2).syncs(0, null);
            scenario.watches(Duration.ofSeconds(10));
        }
    }

    @Test
    void successorWaitsSixtyFiveMinutesAfterTheLastBeat() {
        passes(Duration.ofMinutes(63).plusSeconds(50));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        passes(Duration.ofSeconds(20));
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void nextLeaderLetsTheSuccessorGoOnceTheAgentSaidGoodbye() {
        passes(Duration.ofMinutes(5));
        scenario.takesOver().readsRunners().loads().relayAnswers();
        scenario.runner(1).is(Availability.DISCONNECTED);
        passes(Duration.ofSeconds(70));

        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void nextLeaderHoldsTheSuccessorBackForAsLongAsTheLostAttemptBeats() {
        passes(Duration.ofMinutes(60));
        scenario.takesOver().readsRunners().loads().relayAnswers();
        passes(Duration.ofMinutes(63));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void successorWaitsNoLongerOnceTheAgentSaidGoodbye() {
        passes(Duration.ofMinutes(5));
        scenario.runner(1).is(Availability.DISCONNECTED);
        passes(Duration.ofSeconds(70));

        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void successorWaitsNoLongerOnceTheAgentRegisteredAgain() {
        passes(Duration.ofMinutes(5));
        scenario.runner(1).registersAnew().hasSilentSlot(0);
        passes(Duration.ofSeconds(70));

        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void agentThatShowsLifeDelaysTheSuccessorByAllOfIt() {
        var lost = scenario.store().history(Sample.task(1)).getFirst().attempt().id();
        passes(Duration.ofMinutes(50));
        scenario.runner(1).syncs(0, lost);
        passes(Duration.ofMinutes(64).plusSeconds(50));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        passes(Duration.ofSeconds(20));
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }
}
