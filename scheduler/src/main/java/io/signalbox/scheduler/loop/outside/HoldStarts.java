package io.signalbox.scheduler.loop.outside;

import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.store.report.ReportKind;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Holds back for a moment that an attempt has started. The end of a short task overtakes it there: both are read together then, and the
 * task is written once instead of twice. What is lost while it is held is found by the sweep, as any doorbell's. Never blocks; for any thread.
 */
public final class HoldStarts implements Consumer<ReportId> {

    private final Consumer<ReportId> reports;
    private final Executor later;
    private final Set<ReportId> held = ConcurrentHashMap.newKeySet();

    /**
     * @param reports reads the reports that are named
     * @param later does something when the moment is over
     */
    public HoldStarts(Consumer<ReportId> reports, Executor later) {
        this.reports = reports;
        this.later = later;
    }

    @Override
    public void accept(ReportId report) {
        if (report.kind() == ReportKind.START) {
            if (held.add(report)) {
                later.execute(() -> release(report));
            }
        } else {
            report.startBefore().ifPresent(this::release);
            reports.accept(report);
        }
    }

    private void release(ReportId start) {
        if (held.remove(start)) {
            reports.accept(start);
        }
    }
}
