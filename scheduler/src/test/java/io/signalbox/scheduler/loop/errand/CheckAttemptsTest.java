package io.signalbox.scheduler.loop.errand;

import static io.signalbox.scheduler.core.world.Sample.START;
import static io.signalbox.scheduler.core.world.Sample.runner;
import static io.signalbox.scheduler.core.world.Sample.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.lease.Suspicion;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.world.ModelRunner;
import io.signalbox.scheduler.loop.report.InMemoryReportStore;
import io.signalbox.scheduler.world.Changes;
import io.signalbox.scheduler.world.StandingFleet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckAttemptsTest {

    private final RunnerReading known = new ModelRunner(runner(1), 1).reading();
    private final StandingFleet fleet = new StandingFleet(known);
    private final InMemoryReportStore reports = new InMemoryReportStore();
    private final List<Command> told = new ArrayList<>();

    @Test
    void bringsTheRunnerAndWhatIsReportedAboutTheAttempt() {
        AttemptId attempt = Changes.attempt(task(1), 1).id();
        Suspicion lost = new Suspicion(1, ReasonCode.RUNNER_LOST, -1);
        Suspicion missed = new Suspicion(2, null, 7);
        var cancel = new Report.CancelWanted(task(1), START);
        reports.append(cancel);
        reports.append(new Report.CancelWanted(task(9), START));
        new CheckAttempts(fleet, reports, told::add)
                .accept(List.of(
                        new Effect.CheckAttempt(task(1), attempt, runner(1), lost),
                        new Effect.CheckAttempt(task(2), attempt, runner(2), missed)));

        assertThat(told)
                .containsExactly(
                        new Command.AttemptChecked(task(1), attempt, lost, known, List.of(cancel)),
                        new Command.AttemptChecked(task(2), attempt, missed, null, List.of()));
    }
}
