package io.signalbox.scheduler.loop.errand;

import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.loop.report.RemoveReports;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps what was refused in the attempt's history, then lets the report go (I2, C18).
 *
 * @param refusals the history
 * @param removal of the reports
 */
public record RefuseReports(Refusals refusals, RemoveReports removal) implements Consumer<List<Effect.Refuse>> {

    @Override
    public void accept(List<Effect.Refuse> refused) {
        refusals.keep(refused);
        removal.add(refused.stream().map(Effect.Refuse::report).toList());
    }
}
