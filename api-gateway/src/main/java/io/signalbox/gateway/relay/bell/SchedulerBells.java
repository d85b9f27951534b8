package io.signalbox.gateway.relay.bell;

import io.signalbox.model.id.RunnerId;
import io.signalbox.model.message.SchedulerCommand.RunnerGone.GoneRunner;
import io.signalbox.model.message.SchedulerCommand.SlotFree.FreeSlot;
import io.signalbox.model.store.report.ReportId;

/** Tells the leading scheduler what has just happened. Thread-safe; never blocks, never fails. */
public interface SchedulerBells {

    /** A slot said that it is idle (C4). */
    void free(FreeSlot slot);

    /** A runner said goodbye. */
    void gone(GoneRunner runner);

    /** A report was appended. */
    void ready(ReportId report);

    /** Something about a runner changed that matching needs. */
    void changed(RunnerId runner);
}
