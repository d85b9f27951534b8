package io.signalbox.scheduler.simulation.store;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.loop.batch.InMemoryTaskStore;
import io.signalbox.scheduler.loop.report.InMemoryReportStore;
import io.signalbox.scheduler.loop.report.ReportStore;
import io.signalbox.scheduler.simulation.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reports, as one store that may be away and lose its answers. */
public final class FlakyReports implements ReportStore {
    private final InMemoryReportStore reports;
    private final InMemoryTaskStore tasks;
    private final Weather weather;

    public FlakyReports(InMemoryReportStore reports, InMemoryTaskStore tasks, Weather weather) {
        this.reports = reports;
        this.tasks = tasks;
        this.weather = weather;
    }

    @Override
    public List<Report> read(Collection<ReportId> ids) {
        weather.call();
        return reports.read(ids);
    }

    @Override
    public List<Report> scan(@Nullable ReportId after, int limit) {
        weather.call();
        List<Report> found = reports.scan(after, limit);
        found.stream().filter(this::isLost).forEach(report -> reports.remove(List.of(report.id())));
        return found.stream().map(this::seen).toList();
    }

    private Report seen(Report report) {
        return weather.is(Fault.RESULT_OF_ANY_ATTEMPT)
                        && report instanceof Report.Finished it
                        && tasks.read(List.of(it.task())).getFirst().status() instanceof TaskStatus.Live live
                ? new Report.Finished(it.task(), live.attempt().id(), it.result(), it.exitCode(), it.reason())
                : report;
    }

    @Override
    public void withdraw(Epoch epoch, Collection<Effect.Withdraw> starts) {
        weather.call();
        if (weather.is(Fault.WITHDRAWAL_OVER_ANY_CLAIM)) {
            List<ReportId> ids = new ArrayList<>();
            starts.forEach(start -> ids.add(ReportId.start(start.attempt())));
            reports.remove(ids);
            starts.forEach(start -> reports.append(new Report.StartWithdrawn(start.task(), start.attempt())));
        } else {
            reports.withdraw(epoch, starts);
        }
        weather.answer();
    }

    @Override
    public void remove(Collection<ReportId> ids) {
        weather.call();
        reports.remove(ids);
        weather.answer();
    }

    private boolean isLost(Report report) {
        return switch (report) {
            case Report.CancelWanted _ -> weather.is(Fault.CANCEL_LOST);
            case Report.StartClaimed _, Report.StartWithdrawn _ -> weather.is(Fault.START_REMOVED_EARLY);
            case Report.Finished _ -> weather.is(Fault.REPORTS_LOST) && !weather.isFair();
        };
    }
}
