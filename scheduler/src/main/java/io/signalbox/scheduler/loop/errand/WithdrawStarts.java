package io.signalbox.scheduler.loop.errand;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.loop.report.ReportStore;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes assignments back (C1), and tells the core which of them stand as withdrawn and which were claimed before.
 *
 * @param epoch of this leader
 * @param reports where claims and withdrawals compete for the same id
 * @param commands hears the outcome
 */
public record WithdrawStarts(Epoch epoch, ReportStore reports, Consumer<Command> commands)
        implements Consumer<List<Effect.Withdraw>> {

    @Override
    public void accept(List<Effect.Withdraw> starts) {
        reports.withdraw(epoch, starts);
        List<ReportId> ids =
                starts.stream().map(start -> ReportId.start(start.attempt())).toList();
        reports.read(ids).forEach(this::tell);
    }

    private void tell(Report report) {
        switch (report) {
            case Report.StartWithdrawn it -> commands.accept(new Command.Withdrawn(it.task(), it.attempt()));
            case Report.StartClaimed it -> commands.accept(new Command.ClaimStands(it));
            case Report.Finished _, Report.CancelWanted _ -> {
                // No start has such an id.
            }
        }
    }
}
