package io.signalbox.scheduler.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A limit holds back what it is about, nothing else, and not longer than needed. */
class LimitsTest {
    private final CoreScenario scenario = CoreScenario.ready();

    private List<TaskState> states(int... tasks) {
        return IntStream.of(tasks).mapToObj(scenario::state).toList();
    }

    private static Sample.Terms queued(String key, int limit) {
        return Sample.terms().concurrency(key, limit, Concurrency.Policy.QUEUE);
    }

    @Test
    void capOfAProjectHoldsItsTasksBackAndNoOthers() {
        scenario.obeys(new ProjectName("web"), new ProjectPolicy(1, 1))
                .withRunner(1, 3)
                .submits(1, Sample.terms().project("web"))
                .submits(2, Sample.terms().project("web"))
                .submits(3, Sample.terms().project("app"));

        assertThat(states(1, 2, 3)).containsExactly(TaskState.ASSIGNED, TaskState.QUEUED, TaskState.ASSIGNED);

        scenario.starts(1).finishes(1, AttemptResult.PASSED);
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void liftedCapLetsTheTasksGo() {
        ProjectName web = new ProjectName("web");
        scenario.obeys(web, new ProjectPolicy(1, 1))
                .withRunner(1, 3)
                .submits(1, Sample.terms().project("web"))
                .submits(2, Sample.terms().project("web"))
                .obeys(web, ProjectPolicy.DEFAULT);

        assertThat(states(1, 2)).containsOnly(TaskState.ASSIGNED);
    }

    @Test
    void capOfAPoolHoldsItsSlotsBack() {
        scenario.obeys(PoolName.DEFAULT, new PoolPolicy(Strategy.SPREAD, 1, Duration.ofSeconds(30), 0, null))
                .withRunner(1, 3)
                .submits(1)
                .submits(2);
        assertThat(states(1, 2)).containsExactly(TaskState.ASSIGNED, TaskState.QUEUED);

        scenario.starts(1).finishes(1, AttemptResult.PASSED);
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void tasksWithOneKeyRunOneAfterTheOther() {
        scenario.withRunner(1, 3).submits(1, queued("deploy", 1)).submits(2, queued("deploy", 1));
        assertThat(states(1, 2)).containsExactly(TaskState.ASSIGNED, TaskState.QUEUED);

        scenario.starts(1).finishes(1, AttemptResult.FAILED);
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void keysOfTwoProjectsAreTwoKeys() {
        scenario.withRunner(1, 3)
                .submits(1, queued("deploy", 1).project("web"))
                .submits(2, queued("deploy", 1).project("app"));

        assertThat(states(1, 2)).containsOnly(TaskState.ASSIGNED);
    }

    @Test
    void newestTasksLimitHolds() {
        scenario.withRunner(1, 3)
                .submits(1, queued("deploy", 1).createdAt(Sample.START.plusSeconds(1)))
                .submits(2, queued("deploy", 2).createdAt(Sample.START.plusSeconds(2)));

        assertThat(states(1, 2)).containsOnly(TaskState.ASSIGNED);
    }

    @Test
    void waitingTasksOfOneKeyHoldUpNobodyElse() {
        scenario.submits(1, queued("deploy", 1).tags("gpu"))
                .submits(2, queued("deploy", 1))
                .submits(3, queued("deploy", 1))
                .submits(4)
                .withRunner(1, 3);

        assertThat(states(1, 2, 3, 4))
                .containsExactly(TaskState.QUEUED, TaskState.ASSIGNED, TaskState.QUEUED, TaskState.ASSIGNED);
    }

    @Test
    void canceledWaiterGivesItsPlaceToTheNext() {
        scenario.submits(1, queued("deploy", 1))
                .submits(2, queued("deploy", 1))
                .cancels(1)
                .withRunner(1, 1);

        assertThat(states(1, 2)).containsExactly(TaskState.CANCELED, TaskState.ASSIGNED);
    }

    @Test
    void keyOfALostAttemptStaysHeldUntilItsProcessIsOver() {
        scenario.withRunner(1, 1)
                .withRunner(2, 1)
                .submits(1, queued("deploy", 1))
                .starts(1)
                .submits(2, queued("deploy", 1));
        int other = scenario.runner(1).slot(0).attempt() == null ? 1 : 2;
        loseFirst();
        assertThat(scenario.state(2)).isEqualTo(TaskState.QUEUED);

        scenario.watches(Duration.ofSeconds(61)).slotIdles(other, 0, null).watches(Duration.ofSeconds(2));
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void keyOfALostAttemptIsFreeWhenItsRunnerReturnsWithoutIt() {
        scenario.withRunner(1, 1)
                .withRunner(2, 1)
                .submits(1, queued("deploy", 1))
                .starts(1)
                .submits(2, queued("deploy", 1));
        int holder = scenario.runner(1).slot(0).attempt() == null ? 2 : 1;
        loseFirst();

        scenario.slotIdles(holder, 0, null);
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void nextLeaderKnowsTheKeyThatALostAttemptHolds() {
        scenario.withRunner(1, 1)
                .withRunner(2, 1)
                .submits(1, queued("deploy", 1))
                .starts(1)
                .submits(2, queued("deploy", 1));
        int other = scenario.runner(1).slot(0).attempt() == null ? 1 : 2;
        loseFirst();
        assertThat(scenario.state(1)).isEqualTo(TaskState.LOST);

        scenario.takesOver().loads().relayAnswers().slotIdles(other, 0, null).watches(Duration.ofSeconds(30));
        assertThat(scenario.state(2)).isEqualTo(TaskState.QUEUED);

        scenario.watches(Duration.ofSeconds(30)).slotIdles(other, 0, null).watches(Duration.ofSeconds(3));
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void nextLeaderFreesTheKeyWhenTheRunnerReturnsWithoutTheLostAttempt() {
        scenario.withRunner(1, 1)
                .withRunner(2, 1)
                .submits(1, queued("deploy", 1).requeueWhenLost())
                .starts(1)
                .submits(2, queued("deploy", 1));
        int holder = scenario.runner(1).slot(0).attempt() == null ? 2 : 1;
        scenario.relayRenews().watches(Duration.ofSeconds(62)).checks();
        scenario.takesOver().loads().relayAnswers();
        assertThat(scenario.state(2)).isEqualTo(TaskState.QUEUED);

        scenario.slotIdles(holder, 0, null);
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void taskThatWillNotWaitIsRejectedWhileItsKeyIsTaken() {
        scenario.withRunner(1, 3)
                .submits(1, rejecting().createdAt(Sample.START.plusSeconds(1)))
                .submits(2, rejecting().createdAt(Sample.START.plusSeconds(2)));

        assertThat(states(1, 2)).containsExactly(TaskState.ASSIGNED, TaskState.CANCELED);
        assertThat(scenario.end(2).reason()).extracting(Reason::code).isEqualTo(ReasonCode.CONCURRENCY_REJECTED);

        scenario.starts(1).finishes(1, AttemptResult.PASSED).submits(3, rejecting());
        assertThat(scenario.state(3)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void takeOverRejectsNothingThatWasTaken() {
        scenario.submits(1, rejecting().createdAt(Sample.START.plusSeconds(1)))
                .submits(2, queued("deploy", 1).priority(90).createdAt(Sample.START.plusSeconds(2)))
                .withRunner(1, 1)
                .takesOver()
                .loads()
                .relayAnswers();

        assertThat(states(1, 2)).containsExactly(TaskState.QUEUED, TaskState.ASSIGNED);
    }

    @Test
    void newerTaskCancelsTheOlderOnes() {
        scenario.withRunner(1, 1)
                .submits(1, superseding(1))
                .starts(1)
                .submits(2, superseding(2))
                .submits(3, superseding(3));

        assertThat(states(1, 2, 3)).containsExactly(TaskState.RUNNING, TaskState.CANCELED, TaskState.QUEUED);
        scenario.finishes(1, AttemptResult.STOPPED).slotIdles(1, 0, null);
        assertThat(states(1, 3)).containsExactly(TaskState.CANCELED, TaskState.ASSIGNED);
    }

    private static Sample.Terms rejecting() {
        return Sample.terms().concurrency("deploy", 1, Concurrency.Policy.REJECT);
    }

    private static Sample.Terms superseding(int second) {
        return Sample.terms()
                .concurrency("deploy", 1, Concurrency.Policy.CANCEL_OLDER)
                .createdAt(Sample.START.plusSeconds(second));
    }

    @Test
    void takeOverRemembersWhatIsTaken() {
        scenario.withRunner(1, 3)
                .submits(1, queued("deploy", 1))
                .submits(2, queued("deploy", 1))
                .starts(1)
                .takesOver()
                .loads()
                .relayAnswers();

        assertThat(states(1, 2)).containsExactly(TaskState.RUNNING, TaskState.QUEUED);
    }

    private void loseFirst() {
        scenario.watches(Duration.ofSeconds(62)).checks();
        assertThat(scenario.state(1)).isEqualTo(TaskState.LOST);
    }
}
