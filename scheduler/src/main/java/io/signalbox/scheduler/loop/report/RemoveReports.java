package io.signalbox.scheduler.loop.report;

import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.loop.leadership.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Removes reports whose transition and event are stored, or that can never apply (C18). Whoever adds one vouches for that. What
 * could not be removed is removed later; a repeat is harmless. {@link #add} is for any thread, {@link #round} for one.
 */
public final class RemoveReports {

    private static final int MOST_AT_ONCE = 1_000;

    private final Term term;
    private final ReportStore reports;
    private final LinkedBlockingQueue<ReportId> waiting = new LinkedBlockingQueue<>();
    private final List<ReportId> taken = new ArrayList<>();

    /**
     * @param term whose leader removes
     * @param reports from where
     */
    public RemoveReports(Term term, ReportStore reports) {
        this.term = term;
        this.reports = reports;
    }

    /** These may go. */
    public void add(Collection<ReportId> consumed) {
        waiting.addAll(consumed);
    }

    /** Removes what waits; blocks for the store. */
    public void round() {
        while (term.mayCommit()) {
            waiting.drainTo(taken, MOST_AT_ONCE - taken.size());
            if (taken.isEmpty()) {
                return;
            }
            reports.remove(taken);
            taken.clear();
        }
    }
}
