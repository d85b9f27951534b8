package io.signalbox.scheduler.loop.errand;

import io.signalbox.model.id.RunnerId;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.loop.report.ReportStore;
import io.signalbox.scheduler.loop.sweep.FleetReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at attempts once more before the core decides about them: first at the runners, only then at the reports (C1, C8), so that
 * a runner seen without the attempt has no report on its way that this reading misses.
 *
 * @param fleet the runners
 * @param reports the reports
 * @param commands hears what was found
 */
public record CheckAttempts(FleetReader fleet, ReportStore reports, Consumer<Command> commands)
        implements Consumer<List<Effect.CheckAttempt>> {

    @Override
    public void accept(List<Effect.CheckAttempt> checks) {
        Set<RunnerId> ids = checks.stream().map(Effect.CheckAttempt::runner).collect(Collectors.toSet());
        Map<RunnerId, RunnerReading> runners =
                fleet.runners(ids).stream().collect(Collectors.toMap(RunnerReading::runner, Function.identity()));
        Map<ReportId, Report> found =
                reports.read(checks.stream().flatMap(CheckAttempts::reportIds).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Report::id, Function.identity()));
        for (Effect.CheckAttempt check : checks) {
            List<Report> about = reportIds(check)
                    .flatMap(id -> Stream.ofNullable(found.get(id)))
                    .toList();
            commands.accept(new Command.AttemptChecked(
                    check.task(), check.attempt(), check.suspicion(), runners.get(check.runner()), about));
        }
    }

    private static Stream<ReportId> reportIds(Effect.CheckAttempt check) {
        return Stream.of(
                ReportId.start(check.attempt()), ReportId.finished(check.attempt()), ReportId.cancel(check.task()));
    }
}
