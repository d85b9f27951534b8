package io.signalbox.scheduler.loop.sweep;

import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.loop.report.ReportStore;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Scans every report that stands there (C18): a set has no cursor.
 *
 * @param reports from where
 * @param commands hears what was found
 */
public record SweepReports(ReportStore reports, Consumer<Command> commands) implements Runnable {

    private static final int PAGE = 1_000;

    @Override
    public void run() {
        @Nullable ReportId after = null;
        List<Report> page;
        do {
            page = reports.scan(after, PAGE);
            if (!page.isEmpty()) {
                after = page.getLast().id();
                commands.accept(new Command.ReportsRead(page));
            }
        } while (page.size() == PAGE);
    }
}
