package io.signalbox.scheduler.loop.report;

import io.signalbox.scheduler.core.task.Report;

class InMemoryReportStoreTest implements ReportStoreContract {

    private final InMemoryReportStore reports = new InMemoryReportStore();

    @Override
    public ReportStore reports() {
        return reports;
    }

    @Override
    public void append(Report report) {
        reports.append(report);
    }
}
