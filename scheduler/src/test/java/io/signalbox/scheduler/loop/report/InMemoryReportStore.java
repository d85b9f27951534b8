package io.signalbox.scheduler.loop.report;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Report;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports in memory. Safe for use by many threads. */
public final class InMemoryReportStore implements ReportStore {

    private final TreeMap<String, Report> reports = new TreeMap<>();

    @Override
    public synchronized List<Report> read(Collection<ReportId> ids) {
        return ids.stream()
                .map(id -> reports.get(id.value()))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public synchronized List<Report> scan(@Nullable ReportId after, int limit) {
        var rest = after == null ? reports : reports.tailMap(after.value(), false);
        return rest.values().stream().limit(limit).toList();
    }

    @Override
    public synchronized void withdraw(Epoch epoch, Collection<Effect.Withdraw> starts) {
        starts.forEach(this::withdraw);
    }

    @Override
    public synchronized void remove(Collection<ReportId> ids) {
        ids.forEach(id -> reports.remove(id.value()));
    }

    /** A gateway appends a report; the first one stands. */
    public synchronized void append(Report report) {
        reports.putIfAbsent(report.id().value(), report);
    }

    private void withdraw(Effect.Withdraw start) {
        String id = ReportId.start(start.attempt()).value();
        Report standing = reports.get(id);
        Long claimed = start.claimedSync();
        boolean free = claimed == null
                ? standing == null
                : standing instanceof Report.StartClaimed claim && claim.sync() == claimed;
        if (free) {
            reports.put(id, new Report.StartWithdrawn(start.task(), start.attempt()));
        }
    }
}
