package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Explanation;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A runner that fails everything at once empties a queue, unless it is set aside. */
class BlackHoleTest {
    private final CoreScenario scenario = CoreScenario.ready().withRunner(1, 3);

    private void ends(int task, AttemptResult result) {
        var attempt = scenario.attempt(task);
        scenario.finishes(task, result).slotIdles(1, attempt.slot().number(), attempt.id());
    }

    private void fails(int from, int to, int projects) {
        for (int task = from; task <= to; task++) {
            scenario.submits(task, Sample.terms().project("project-" + task % projects))
                    .starts(task);
            ends(task, AttemptResult.FAILED);
        }
    }

    private List<Integer> assigned(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .filter(task -> scenario.state(task) == TaskState.ASSIGNED)
                .boxed()
                .toList();
    }

    private void pause(Duration time) {
        for (long second = 0; second < time.toSeconds(); second += 5) {
            for (int slot = 0; slot < 3; slot++) {
                scenario.slotIdles(1, slot, null);
            }
            scenario.watches(Duration.ofSeconds(5));
        }
    }

    @Test
    void runnerThatFailsTasksOfDifferentProjectsAtOnceGetsNoMoreAndIsTold() {
        fails(1, 5, 2);
        scenario.submits(6);

        assertThat(scenario.state(6)).isEqualTo(TaskState.QUEUED);
        assertThat(scenario.effects(Effect.RunnerJudged.class)).singleElement().satisfies(judged -> {
            assertThat(judged.runner()).isEqualTo(Sample.runner(1));
            assertThat(judged.why()).contains("failed 5 tasks of different projects");
        });
        assertThat(scenario.explain(6).causes())
                .extracting(Explanation.Cause::code)
                .containsExactly("set_aside");
        assertThat(scenario.explain(6).change()).contains("See why runner runner-01 fails every task");
    }

    @Test
    void tasksOfOneProjectAreItsOwnFault() {
        fails(1, 20, 1);
        scenario.submits(21);

        assertThat(scenario.state(21)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void taskThatPassesOrRunsForAWhileClearsTheRunner() {
        fails(1, 4, 2);
        scenario.submits(5).starts(5);
        ends(5, AttemptResult.PASSED);
        fails(6, 9, 2);
        scenario.submits(10).starts(10).watches(Duration.ofSeconds(6));
        ends(10, AttemptResult.FAILED);
        fails(11, 14, 2);
        scenario.submits(15);

        assertThat(scenario.state(15)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void canceledTaskSaysNothing() {
        fails(1, 4, 2);
        scenario.submits(5).starts(5).cancels(5);
        ends(5, AttemptResult.STOPPED);
        fails(6, 6, 2);

        assertThat(scenario.effects(Effect.RunnerJudged.class)).hasSize(1);
    }

    @Test
    void probedRunnerGetsOneTaskAtATimeUntilOneWorks() {
        fails(1, 5, 2);
        scenario.submits(6).submits(7).submits(8);
        pause(Duration.ofSeconds(65));
        assertThat(assigned(6, 8)).containsExactly(6);
        assertThat(scenario.explain(7).causes())
                .extracting(Explanation.Cause::detail)
                .containsExactly(
                        "runner runner-01 failed everything that it was given and is tried with one task at a time");

        scenario.forgetEffects().starts(6);
        ends(6, AttemptResult.PASSED);

        assertThat(assigned(7, 8)).containsExactly(7, 8);
        assertThat(scenario.effects(Effect.RunnerJudged.class))
                .singleElement()
                .satisfies(judged -> assertThat(judged.why()).isNull());
    }

    @Test
    void failedProbeDoublesThePause() {
        fails(1, 5, 2);
        scenario.submits(6).submits(7);
        pause(Duration.ofSeconds(65));
        scenario.starts(6);
        ends(6, AttemptResult.FAILED);

        pause(Duration.ofSeconds(110));
        assertThat(scenario.state(7)).isEqualTo(TaskState.QUEUED);

        pause(Duration.ofSeconds(15));
        assertThat(scenario.state(7)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void nextLeaderKnowsWhoIsSetAside() {
        scenario.takesOver()
                .loads()
                .relayAnswers()
                .hears(new Command.SetAsideRead(List.of(Sample.runner(1), Sample.runner(9))))
                .submits(1);
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        pause(Duration.ofSeconds(65));

        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }
}
