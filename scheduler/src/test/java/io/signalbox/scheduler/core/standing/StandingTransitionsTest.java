package io.signalbox.scheduler.core.standing;

import static io.signalbox.scheduler.core.standing.Standing.GONE;
import static io.signalbox.scheduler.core.standing.Standing.ONLINE;
import static io.signalbox.scheduler.core.standing.Standing.PROBED;
import static io.signalbox.scheduler.core.standing.Standing.SET_ASIDE;
import static io.signalbox.scheduler.core.standing.Standing.TRUSTED;
import static io.signalbox.scheduler.core.standing.Standing.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.signalbox.model.task.AttemptResult;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.standing.StandingTransitions.Transition;
import io.signalbox.scheduler.core.view.RunnerView;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each line of the table is reached by the core, and nothing that is not in it is let pass. */
class StandingTransitionsTest {
    private static final Duration SILENCE = Duration.ofSeconds(95);
    private static final Duration PAUSE = Duration.ofSeconds(65);

    private final Map<Transition, Walk> walks = new LinkedHashMap<>();

    /** How a scenario comes to the standing before, and what then moves it. */
    private record Walk(Consumer<CoreScenario> before, Consumer<CoreScenario> step) {}

    StandingTransitionsTest() {
        presence();
        trust();
    }

    private void presence() {
        walk(ONLINE, Move.FALL_SILENT, UNREACHABLE, it -> {}, StandingTransitionsTest::fallSilent);
        walk(ONLINE, Move.SAY_GOODBYE, GONE, it -> {}, StandingTransitionsTest::sayGoodbye);
        walk(ONLINE, Move.REGISTER, ONLINE, it -> {}, StandingTransitionsTest::register);
        walk(
                UNREACHABLE,
                Move.RETURN,
                ONLINE,
                StandingTransitionsTest::fallSilent,
                it -> it.slotIdles(1, 0, null).watches(Duration.ofSeconds(1)));
        walk(
                UNREACHABLE,
                Move.SAY_GOODBYE,
                GONE,
                StandingTransitionsTest::fallSilent,
                StandingTransitionsTest::sayGoodbye);
        walk(
                UNREACHABLE,
                Move.REGISTER,
                ONLINE,
                StandingTransitionsTest::fallSilent,
                StandingTransitionsTest::register);
        walk(GONE, Move.REGISTER, ONLINE, StandingTransitionsTest::sayGoodbye, StandingTransitionsTest::register);
    }

    private void trust() {
        walk(TRUSTED, Move.FAIL_EVERYTHING, SET_ASIDE, it -> fail(it, 1, 4), it -> fail(it, 5, 5));
        walk(SET_ASIDE, Move.PROBE, PROBED, it -> fail(it, 1, 5), it -> keepAlive(it, PAUSE));
        walk(SET_ASIDE, Move.REGISTER, PROBED, it -> fail(it, 1, 5), StandingTransitionsTest::register);
        walk(
                SET_ASIDE,
                Move.WORK,
                TRUSTED,
                it -> {
                    it.submits(9).starts(9);
                    fail(it, 1, 5);
                },
                it -> it.finishes(9, AttemptResult.PASSED));
        walk(
                PROBED,
                Move.WORK,
                TRUSTED,
                StandingTransitionsTest::probe,
                it -> it.submits(6).starts(6).finishes(6, AttemptResult.PASSED));
        walk(PROBED, Move.FAIL_AGAIN, SET_ASIDE, StandingTransitionsTest::probe, it -> fail(it, 6, 6));
    }

    private void walk(
            Standing from, Move move, Standing to, Consumer<CoreScenario> before, Consumer<CoreScenario> step) {
        walks.put(new Transition(from, move, to), new Walk(before, step));
    }

    @Test
    void everyLineOfTheTableIsVisited() {
        assertThat(walks.keySet()).containsExactlyInAnyOrderElementsOf(StandingTransitions.table());
        walks.forEach((transition, walk) -> {
            CoreScenario scenario = CoreScenario.ready().withRunner(1, 2);
            walk.before.accept(scenario);
            assertThat(standing(scenario)).as("before %s", transition).contains(transition.from());
            walk.step.accept(scenario);
            assertThat(standing(scenario)).as("after %s", transition).contains(transition.to());
        });
    }

    @Test
    void whatTheTableDoesNotHaveIsRefused() {
        for (Standing from : Standing.values()) {
            for (Move move : Move.values()) {
                List<Standing> legal = StandingTransitions.table().stream()
                        .filter(line -> line.from() == from && line.move() == move)
                        .map(Transition::to)
                        .toList();
                if (legal.isEmpty()) {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> StandingTransitions.after(from, move))
                            .withMessageContaining(from.label());
                } else {
                    assertThat(legal).containsExactly(StandingTransitions.after(from, move));
                }
            }
        }
    }

    /** How the runner stands in both respects, as explanations see it; one that is forgotten has left. */
    private static Set<Standing> standing(CoreScenario scenario) {
        RunnerView runner = scenario.snapshot().runners().stream()
                .filter(it -> it.availability() != Availability.DISCONNECTED)
                .findFirst()
                .orElse(null);
        if (runner == null) {
            return EnumSet.of(GONE);
        }
        return switch (runner.contact()) {
            case SILENT -> EnumSet.of(UNREACHABLE);
            case SET_ASIDE -> EnumSet.of(ONLINE, SET_ASIDE);
            case PROBED -> EnumSet.of(ONLINE, PROBED);
            case HEARD, GATEWAY_UNKNOWN -> EnumSet.of(ONLINE, TRUSTED);
        };
    }

    private static void fallSilent(CoreScenario scenario) {
        scenario.relayRenews().watches(SILENCE);
    }

    private static void sayGoodbye(CoreScenario scenario) {
        scenario.runner(1).is(Availability.DISCONNECTED);
        scenario.readsRunners();
    }

    private static void register(CoreScenario scenario) {
        scenario.runner(1).registersAnew().beginsSlot(0, null).beginsSlot(1, null);
        scenario.readsRunners().relayAnswers();
    }

    private static void probe(CoreScenario scenario) {
        fail(scenario, 1, 5);
        keepAlive(scenario, PAUSE);
    }

    /** Time passes, and the runner syncs all the while. */
    private static void keepAlive(CoreScenario scenario, Duration time) {
        for (long second = 0; second < time.toSeconds(); second += 5) {
            scenario.slotIdles(1, 0, null).watches(Duration.ofSeconds(5));
        }
    }

    /** These tasks, of two projects, fail as soon as they have started. */
    private static void fail(CoreScenario scenario, int from, int to) {
        for (int task = from; task <= to; task++) {
            scenario.submits(task, Sample.terms().project("project-" + task % 2))
                    .starts(task);
            int slot = scenario.attempt(task).slot().number();
            var attempt = scenario.attempt(task).id();
            scenario.finishes(task, AttemptResult.FAILED).slotIdles(1, slot, attempt);
        }
    }
}
