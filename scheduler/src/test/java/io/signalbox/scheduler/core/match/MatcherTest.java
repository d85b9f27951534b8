package io.signalbox.scheduler.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Explanation;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.ModelRunner;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** I5: a task runs only where it fits. */
class MatcherTest {
    private final CoreScenario scenario = CoreScenario.ready();

    private Sample.Terms tagged(String... tags) {
        return Sample.terms().tags(tags);
    }

    private List<TaskState> states(int... tasks) {
        return java.util.Arrays.stream(tasks).mapToObj(scenario::state).toList();
    }

    @Test
    void everyRequiredTagMustBeThere() {
        scenario.withRunner(1, 5, "linux", "zone=eu");
        scenario.submits(1, tagged("linux"))
                .submits(2, tagged("linux", "gpu"))
                .submits(3, tagged("zone=eu"))
                .submits(4, tagged("zone=us"));

        assertThat(states(1, 2, 3, 4))
                .containsExactly(TaskState.ASSIGNED, TaskState.QUEUED, TaskState.ASSIGNED, TaskState.QUEUED);
    }

    @Test
    void excludedTagMustNotBeThere() {
        scenario.withRunner(1, 2, "linux").submits(1, tagged("!spot")).submits(2, tagged("!linux"));

        assertThat(states(1, 2)).containsExactly(TaskState.ASSIGNED, TaskState.QUEUED);
    }

    @Test
    void poolIsScopeAndTag() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 3).in("arm"))
                .submits(1, Sample.terms().pool("arm"))
                .submits(2, tagged("arm"))
                .submits(3, Sample.terms().pool("default"));

        assertThat(states(1, 2, 3)).containsExactly(TaskState.ASSIGNED, TaskState.ASSIGNED, TaskState.QUEUED);
    }

    @Test
    void runnerServesItsProjectsOnly() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 2).serving("web"))
                .submits(1, Sample.terms().project("web"))
                .submits(2, Sample.terms().project("app"));

        assertThat(states(1, 2)).containsExactly(TaskState.ASSIGNED, TaskState.QUEUED);
    }

    @Test
    void noFreeSlotStandsBesideATaskThatItFits() {
        for (int task = 1; task <= 6; task++) {
            scenario.submits(task, task % 2 == 0 ? tagged("linux") : tagged("mac"));
        }
        scenario.withRunner(1, 2, "linux").withRunner(2, 2, "mac").withRunner(3, 1, "linux", "mac");

        assertThat(states(1, 2, 3, 4, 5, 6))
                .filteredOn(TaskState.ASSIGNED::equals)
                .hasSize(5);
        assertThat(scenario.state(6)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void olderTaskOfAnotherDemandComesFirst() {
        scenario.submits(1, tagged("linux").createdAt(Sample.START.plusSeconds(2)))
                .submits(2, tagged("mac").createdAt(Sample.START.plusSeconds(1)))
                .withRunner(1, 1, "linux", "mac");

        assertThat(states(1, 2)).containsExactly(TaskState.QUEUED, TaskState.ASSIGNED);
    }

    @Test
    void tasksThatLeaveTheQueueAreSkipped() {
        for (int task = 1; task <= 200; task++) {
            scenario.submits(task);
        }
        for (int task = 1; task < 200; task++) {
            scenario.cancels(task);
        }
        scenario.withRunner(1, 2);

        assertThat(scenario.state(200)).isEqualTo(TaskState.ASSIGNED);
        assertThat(scenario.published()).containsExactly(Sample.task(200));
    }

    @Test
    void firstTasksThatLeaveAreSkipped() {
        scenario.submits(1).submits(2).submits(3).cancels(1).cancels(2).withRunner(1, 1);

        assertThat(states(1, 2, 3)).containsExactly(TaskState.CANCELED, TaskState.CANCELED, TaskState.ASSIGNED);
    }

    @Test
    void demandsWithoutTasksAreForgotten() {
        scenario.withRunner(1, 1);
        for (int task = 1; task <= 10_100; task++) {
            scenario.submits(task, tagged("only-" + task)).cancels(task);
        }
        scenario.submits(20_000).submits(20_001, tagged("linux"));

        assertThat(states(20_000, 20_001)).containsExactly(TaskState.ASSIGNED, TaskState.QUEUED);
    }

    @Test
    void tasksWithOneCreationTimeAreOrderedByTheirIds() {
        var at = Objects.requireNonNull(scenario.now().store());
        scenario.submits(2, Sample.terms().createdAt(at))
                .submits(1, Sample.terms().createdAt(at))
                .withRunner(1, 1)
                .waits(Duration.ofSeconds(1));

        assertThat(states(1, 2)).containsExactly(TaskState.ASSIGNED, TaskState.QUEUED);
    }

    @Test
    void higherPriorityComesFirstAndThenTheOlder() {
        scenario.submits(1)
                .submits(2, Sample.terms().priority(80).createdAt(Sample.START.plusSeconds(2)))
                .submits(3, Sample.terms().priority(80).createdAt(Sample.START.plusSeconds(1)))
                .withRunner(1, 2);

        assertThat(states(1, 2, 3)).containsExactly(TaskState.QUEUED, TaskState.ASSIGNED, TaskState.ASSIGNED);
    }

    @Test
    void fallbackWidensTheTagsAfterItsTime() {
        scenario.withRunner(1, 1, "linux")
                .submits(
                        1,
                        tagged("linux", "gpu")
                                .createdAt(Objects.requireNonNull(scenario.now().store()))
                                .fallback(Duration.ofSeconds(30), "linux"));
        scenario.waits(Duration.ofSeconds(29));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.waits(Duration.ofSeconds(2));
        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void fallbackLetsAnotherPoolRunItTooAfterItsTime() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 1).in("spare"))
                .submits(
                        1,
                        Sample.terms()
                                .pool("big")
                                .createdAt(scenario.now().stamp())
                                .fallbackTo(Duration.ofSeconds(30), "spare"));
        assertThat(scenario.explain(1).causes())
                .extracting(Explanation.Cause::detail)
                .containsExactly("the task wants pool 'big', which has no runner");
        scenario.waits(Duration.ofSeconds(29));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.waits(Duration.ofSeconds(1));

        assertThat(scenario.attempt(1).pool()).isEqualTo(new PoolName("spare"));
    }

    @Test
    void fallbackToAPoolKeepsTheFirstOneAndTheTags() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 1, "gpu").in("spare"))
                .submits(
                        1,
                        Sample.terms()
                                .pool("big")
                                .tags("linux", Sample.SHELL)
                                .createdAt(scenario.now().stamp())
                                .fallbackTo(Duration.ofSeconds(5), "spare"))
                .waits(Duration.ofSeconds(10));
        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);

        scenario.withRunner(2, new ModelRunner(Sample.runner(2), 1, "linux").in("big"));

        assertThat(scenario.attempt(1).pool()).isEqualTo(new PoolName("big"));
    }

    @Test
    void fallbackNeverChangesTheExecutor() {
        scenario.withRunner(1, 1, "linux")
                .submits(
                        1,
                        tagged("executor:docker", "gpu")
                                .createdAt(Objects.requireNonNull(scenario.now().store()))
                                .fallback(Duration.ofSeconds(5), "linux"))
                .waits(Duration.ofSeconds(10));

        assertThat(scenario.state(1)).isEqualTo(TaskState.QUEUED);
    }

    @Test
    void widenedTaskStillTimesOut() {
        scenario.withRunner(1, 1)
                .submits(
                        1,
                        tagged("gpu")
                                .createdAt(Objects.requireNonNull(scenario.now().store()))
                                .queueTimeout(Duration.ofSeconds(20))
                                .fallback(Duration.ofSeconds(5), "mac"))
                .waits(Duration.ofSeconds(21));

        assertThat(scenario.state(1)).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void agentTypesOfSemaphoreArePools() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 2).in("s1-large"))
                .submits(1, Sample.terms().pool("s1-large"))
                .submits(2, tagged("s1-large"))
                .submits(3, tagged("s1-small"));

        assertThat(states(1, 2, 3)).containsExactly(TaskState.ASSIGNED, TaskState.ASSIGNED, TaskState.QUEUED);
    }

    @Test
    void runnerThatTwiceCouldNotStartATaskIsNotOfferedItAgain() {
        scenario.withRunner(1, 1).submits(1, Sample.terms().retry(5, RetryPolicy.Cause.FAILED));
        failsToStart();
        failsToStart();

        scenario.waits(Duration.ofMinutes(1)).submits(2);
        assertThat(states(1, 2)).containsExactly(TaskState.QUEUED, TaskState.ASSIGNED);
        assertThat(scenario.explain(1).causes())
                .extracting(Explanation.Cause::code)
                .containsExactly("start_failed");

        scenario.withRunner(2, 1);
        assertThat(scenario.attempt(1).runnerName()).isEqualTo("runner-02");
    }

    @Test
    void nextLeaderOffersItToThatRunnerNoMore() {
        scenario.withRunner(1, 1).submits(1, Sample.terms().retry(5, RetryPolicy.Cause.FAILED));
        failsToStart();
        failsToStart();

        scenario.takesOver().loads().relayAnswers().waits(Duration.ofMinutes(1));

        assertThat(scenario.explain(1).causes())
                .extracting(Explanation.Cause::code)
                .containsExactly("start_failed");
    }

    private void failsToStart() {
        scenario.starts(1);
        Reason reason = new Reason(ReasonCode.START_FAILED, "no space left");
        scenario.reports(new Report.Finished(
                        Sample.task(1), scenario.attempt(1).id(), AttemptResult.FAILED, null, reason))
                .slotIdles(1, 0, null)
                .waits(Duration.ofSeconds(15));
    }
}
