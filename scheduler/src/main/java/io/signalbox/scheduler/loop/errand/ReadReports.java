package io.signalbox.scheduler.loop.errand;

import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.loop.report.ReportStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the reports that a doorbell named, all in one query.
 *
 * @param reports from where
 * @param commands hears what was found
 */
public record ReadReports(ReportStore reports, Consumer<Command> commands) implements Consumer<List<ReportId>> {

    @Override
    public void accept(List<ReportId> ids) {
        commands.accept(new Command.ReportsRead(reports.read(new LinkedHashSet<>(ids))));
    }
}
