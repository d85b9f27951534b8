package io.signalbox.scheduler.loop.report;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Report;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reports. Each method blocks, and throws when the store does not answer or the outcome is unknown: all may be repeated. All
 * reads are from the primary.
 */
public interface ReportStore {

    /** These reports, as far as they are there. */
    List<Report> read(Collection<ReportId> reports);

    /**
     * A page of all reports, by their ids.
     *
     * @param after the last id of the page before; absent: the first page
     * @param limit how many at most; fewer mean that there are no more
     */
    List<Report> scan(@Nullable ReportId after, int limit);

    /**
     * Takes starts back (C1): inserts the withdrawal where no claim may stand, or turns exactly the named claim into one. Afterwards
     * a read says for each whether it was withdrawn or its claim stands.
     */
    void withdraw(Epoch epoch, Collection<Effect.Withdraw> starts);

    /** Removes these reports. */
    void remove(Collection<ReportId> reports);
}
