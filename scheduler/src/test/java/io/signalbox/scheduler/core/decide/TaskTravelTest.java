package io.signalbox.scheduler.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.TaskEvent;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTravelTest {
    private final CoreScenario scenario = CoreScenario.ready().withRunner(1, 1);

    @Test
    void waitingTaskIsAssignedToFreeSlot() {
        scenario.submits(1);

        assertThat(scenario.state(1)).isEqualTo(TaskState.ASSIGNED);
        assertThat(scenario.attempt(1).slot().runner()).isEqualTo(Sample.runner(1));
        assertThat(scenario.published()).containsExactly(Sample.task(1));
    }

    @Test
    void claimedTaskRuns() {
        scenario.submits(1).starts(1);

        assertThat(scenario.state(1)).isEqualTo(TaskState.RUNNING);
        assertThat(scenario.effects(Effect.PickedUp.class)).hasSize(1);
    }

    @Test
    void claimStaysUntilItsAttemptHasEnded() {
        scenario.submits(1).starts(1);
        ReportId claim = ReportId.start(scenario.attempt(1).id());

        assertThat(scenario.store().report(claim)).isNotNull();
        scenario.finishes(1, AttemptResult.PASSED);
        assertThat(scenario.store().report(claim)).isNull();
    }

    @Test
    void passedTaskEndsOnceWithItsHistory() {
        scenario.submits(1).starts(1).finishes(1, AttemptResult.PASSED, 0);

        assertThat(scenario.state(1)).isEqualTo(TaskState.PASSED);
        assertThat(scenario.end(1).exitCode()).isZero();
        assertThat(scenario.store().history(Sample.task(1)))
                .singleElement()
                .satisfies(ended -> assertThat(ended.state()).isEqualTo(TaskState.PASSED));
    }

    @Test
    void finishedImpliesStarted() {
        scenario.submits(1).finishes(1, AttemptResult.PASSED);

        assertThat(scenario.state(1)).isEqualTo(TaskState.PASSED);
        assertThat(scenario.store().outbox(Sample.task(1)))
                .extracting(TaskEvent::type)
                .containsExactly("task.assigned", "task.running", "task.passed");
    }

    @Test
    void transitionsOfOneBatchAreOneWrite() {
        scenario.submits(1);
        long before = scenario.task(1).version();
        var claim = scenario.gives(1);
        scenario.reports(claim, finished());

        assertThat(scenario.task(1).version()).isEqualTo(before + 1);
        assertThat(scenario.store().outbox(Sample.task(1)))
                .extracting(TaskEvent::key)
                .containsExactly("1.0", "2.0", "2.1");
    }

    @Test
    void slotIsFreeOnlyByEndAndByItsRunnersWord() {
        scenario.submits(1).submits(2).starts(1).finishes(1, AttemptResult.PASSED);
        assertThat(scenario.state(2)).isEqualTo(TaskState.QUEUED);

        scenario.slotIdles(1, 0, null);
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void idleWordBeforeTheEndIsReadWaitsForIt() {
        scenario.submits(1).submits(2).starts(1);
        var attempt = scenario.attempt(1).id();
        scenario.slotIdles(1, 0, attempt);
        assertThat(scenario.state(2)).isEqualTo(TaskState.QUEUED);

        scenario.finishes(1, AttemptResult.PASSED);
        assertThat(scenario.state(2)).isEqualTo(TaskState.ASSIGNED);
    }

    @Test
    void oldestTaskGetsTheSlot() {
        scenario.submits(1)
                .submits(3, Sample.terms().createdAt(Sample.START.plusSeconds(30)))
                .submits(2, Sample.terms().createdAt(Sample.START.plusSeconds(20)))
                .starts(1)
                .finishes(1, AttemptResult.PASSED)
                .slotIdles(1, 0, null);

        assertThat(List.of(scenario.state(2), scenario.state(3))).containsExactly(TaskState.ASSIGNED, TaskState.QUEUED);
    }

    @Test
    void secondDoorbellChangesNothing() {
        scenario.submits(1);
        long version = scenario.task(1).version();
        scenario.hears(new Command.TasksSubmitted(
                List.of(new SubmittedTask(Sample.task(1), Sample.terms().build()))));

        assertThat(scenario.task(1).version()).isEqualTo(version);
    }

    private Report finished() {
        return new Report.Finished(Sample.task(1), scenario.attempt(1).id(), AttemptResult.PASSED, 0, null);
    }
}
