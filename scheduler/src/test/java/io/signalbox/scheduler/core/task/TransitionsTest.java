package io.signalbox.scheduler.core.task;

import static io.signalbox.model.task.TaskState.ASSIGNED;
import static io.signalbox.model.task.TaskState.CANCELED;
import static io.signalbox.model.task.TaskState.FAILED;
import static io.signalbox.model.task.TaskState.LOST;
import static io.signalbox.model.task.TaskState.PASSED;
import static io.signalbox.model.task.TaskState.QUEUED;
import static io.signalbox.model.task.TaskState.RUNNING;
import static io.signalbox.model.task.TaskState.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Transitions.Transition;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.ModelRunner;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each line of the table is reached by the core, and nothing that is not in it is let pass. */
class TransitionsTest {
    private final Map<Transition, Walk> walks = new LinkedHashMap<>();

    /** How a scenario comes to the state before, and what then moves it. */
    private record Walk(Consumer<CoreScenario> before, Consumer<CoreScenario> step) {}

    TransitionsTest() {
        queued();
        assigned();
        running();
        ended();
        abandoned();
        released();
    }

    @Test
    void everyLineOfTheTableIsVisited() {
        assertThat(walks.keySet()).containsExactlyInAnyOrderElementsOf(Transitions.table());
        walks.forEach((transition, walk) -> {
            CoreScenario scenario = CoreScenario.ready();
            walk.before.accept(scenario);
            assertThat(scenario.state(1)).as("before %s", transition).isEqualTo(transition.from());
            long version = scenario.task(1).version();
            walk.step.accept(scenario);
            assertThat(scenario.state(1)).as("after %s", transition).isEqualTo(transition.to());
            assertThat(scenario.task(1).version())
                    .as("written by %s", transition)
                    .isGreaterThan(version);
        });
    }

    @Test
    void whatTheTableDoesNotHaveIsRefused() {
        List<Transition> others = Stream.of(TaskState.values())
                .flatMap(from -> Stream.of(Trigger.values())
                        .flatMap(trigger -> Stream.of(TaskState.values()).map(to -> new Transition(from, trigger, to))))
                .filter(transition -> !Transitions.table().contains(transition))
                .toList();

        assertThat(others)
                .hasSizeGreaterThan(500)
                .allSatisfy(it -> assertThatIllegalStateException()
                        .isThrownBy(() -> Transitions.require(Sample.task(1), it.from(), it.trigger(), it.to()))
                        .withMessageContaining(Sample.task(1).value()));
    }

    @Test
    void nothingLeadsOutOfAnEnd() {
        assertThat(Transitions.table())
                .noneMatch(transition -> transition.from().isTerminal());
    }

    private void walk(
            TaskState from, Trigger trigger, TaskState to, Consumer<CoreScenario> before, Consumer<CoreScenario> step) {
        walks.put(new Transition(from, trigger, to), new Walk(before, step));
    }

    private void queued() {
        walk(QUEUED, Trigger.ASSIGN, ASSIGNED, it -> it.submits(1), it -> it.withRunner(1, 1));
        walk(QUEUED, Trigger.CANCEL, CANCELED, it -> it.submits(1), it -> it.cancels(1));
        walk(
                QUEUED,
                Trigger.REJECT,
                CANCELED,
                it -> it.withRunner(1, 1)
                        .submits(2, rejecting().createdAt(Sample.START.minusSeconds(1)))
                        .submits(1, rejecting().notBefore(it.now().stamp().plusSeconds(30))),
                it -> it.waits(Duration.ofSeconds(31)));
        walk(QUEUED, Trigger.EXPIRE, CANCELED, it -> it.submits(1), it -> it.waits(Duration.ofHours(25)));
        walk(QUEUED, Trigger.POSTPONE, QUEUED, it -> lose(it, Sample.terms().requeueWhenLost()), it -> {
            var lost = it.store().history(Sample.task(1)).getFirst().attempt();
            it.runner(1).isGiven(0, lost.id());
            it.readsRunners();
        });
    }

    private void released() {
        walk(QUEUED, Trigger.RELEASE, QUEUED, it -> loseAtAnOfficialAgent(it), it -> {
            it.runner(1).registersAnew();
            it.readsRunners();
        });
    }

    private static void loseAtAnOfficialAgent(CoreScenario scenario) {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 1).official());
        scenario.relayRenews();
        scenario.submits(
                        1,
                        Sample.terms()
                                .requeueWhenLost()
                                .createdAt(Objects.requireNonNull(scenario.now().store())))
                .starts(1);
        scenario.watches(Duration.ofSeconds(63)).checks();
    }

    private static Sample.Terms rejecting() {
        return Sample.terms().concurrency("deploy", 1, Concurrency.Policy.REJECT);
    }

    private void assigned() {
        walk(
                ASSIGNED,
                Trigger.STAMP,
                ASSIGNED,
                this::assign,
                it -> it.takesOver().loads());
        walk(ASSIGNED, Trigger.CANCEL, ASSIGNED, this::assign, it -> it.cancels(1));
        walk(ASSIGNED, Trigger.CLAIM, RUNNING, this::assign, it -> it.starts(1));
        walk(
                ASSIGNED,
                Trigger.WITHDRAW,
                QUEUED,
                this::assign,
                it -> it.waits(Duration.ofSeconds(10)).withdraws());
        walk(
                ASSIGNED,
                Trigger.WITHDRAW,
                CANCELED,
                this::assign,
                it -> it.cancels(1).withdraws());
    }

    private void running() {
        walk(RUNNING, Trigger.STAMP, RUNNING, this::run, it -> it.takesOver().loads());
        walk(RUNNING, Trigger.CANCEL, RUNNING, this::run, it -> it.cancels(1));
        walk(RUNNING, Trigger.OVERRUN, RUNNING, this::run, it -> it.waits(Duration.ofHours(2)));
        walk(RUNNING, Trigger.WITHDRAW, QUEUED, this::run, it -> {
            it.runner(1)
                    .syncs(
                            0,
                            new io.signalbox.model.id.AttemptId(Sample.task(99).value()));
            it.readsRunners().checks().withdraws();
        });
        walk(
                RUNNING,
                Trigger.WITHDRAW,
                CANCELED,
                this::run,
                it -> it.cancels(1).slotIdles(1, 0, null).checks().withdraws());
    }

    private void ended() {
        walk(RUNNING, Trigger.FINISH, PASSED, this::run, it -> it.finishes(1, AttemptResult.PASSED));
        walk(RUNNING, Trigger.FINISH, FAILED, this::run, it -> it.finishes(1, AttemptResult.FAILED, 1));
        walk(RUNNING, Trigger.FINISH, TIMED_OUT, this::run, it -> it.finishes(1, AttemptResult.TIMED_OUT));
        walk(RUNNING, Trigger.FINISH, CANCELED, this::run, it -> it.cancels(1).finishes(1, AttemptResult.STOPPED));
        walk(
                RUNNING,
                Trigger.FINISH,
                QUEUED,
                it -> run(it, Sample.terms().retry(2, RetryPolicy.Cause.FAILED)),
                it -> it.finishes(1, AttemptResult.FAILED, 1));
        walk(RUNNING, Trigger.LOSE, LOST, this::run, it -> it.finishes(1, AttemptResult.INTERRUPTED));
        walk(RUNNING, Trigger.LOSE, CANCELED, this::run, it -> it.cancels(1).finishes(1, AttemptResult.INTERRUPTED));
        walk(
                RUNNING,
                Trigger.LOSE,
                QUEUED,
                it -> run(it, Sample.terms().requeueWhenLost()),
                it -> it.finishes(1, AttemptResult.INTERRUPTED));
    }

    private void abandoned() {
        walk(RUNNING, Trigger.ABANDON, CANCELED, this::run, it -> heedsNothing(it.cancels(1)));
        walk(
                RUNNING,
                Trigger.ABANDON,
                TIMED_OUT,
                it -> run(it, Sample.terms().timeout(Duration.ofMinutes(1))),
                TransitionsTest::heedsNothing);
    }

    private static void heedsNothing(CoreScenario scenario) {
        for (int second = 0; second < 520; second++) {
            scenario.runner(1).syncs(0, scenario.attempt(1).id());
            scenario.watches(Duration.ofSeconds(1));
            if (!scenario.effects(Effect.CheckAttempt.class).isEmpty()) {
                scenario.checks();
                return;
            }
        }
    }

    private void assign(CoreScenario scenario) {
        scenario.withRunner(1, 1).submits(1);
    }

    private void run(CoreScenario scenario) {
        run(scenario, Sample.terms());
    }

    private static void run(CoreScenario scenario, Sample.Terms terms) {
        scenario.withRunner(1, 1)
                .submits(
                        1, terms.createdAt(Objects.requireNonNull(scenario.now().store())))
                .starts(1);
    }

    private static void lose(CoreScenario scenario, Sample.Terms terms) {
        scenario.relayRenews();
        run(scenario, terms);
        scenario.watches(Duration.ofSeconds(63)).checks();
    }
}
