package io.signalbox.gateway.task.cancel;

import io.signalbox.model.store.report.ReportId;

/** Tells the scheduler that a report was stored. Never blocks; what is not heard is found by the scheduler's sweep. */
@FunctionalInterface
public interface ReportBell {

    /** Rings for {@code report}. */
    void ring(ReportId report);
}
