package io.signalbox.scheduler.loop.errand;

import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.Effect;
import java.util.List;

/**
 * All errands of a term.
 *
 * @param withdrawals of starts
 * @param checks of attempts
 * @param refusals of reports
 * @param poisoned tasks to be marked
 * @param presence of runners
 * @param tasks to be read
 * @param reports to be read
 */
public record Errands(
        Errand<Effect.Withdraw> withdrawals,
        Errand<Effect.CheckAttempt> checks,
        Errand<Effect.Refuse> refusals,
        Errand<Effect.SetAside> poisoned,
        Errand<Effect.RunnerNews> presence,
        Errand<TaskId> tasks,
        Errand<ReportId> reports)
        implements AutoCloseable {

    /** Begins all of them. */
    public void start() {
        all().forEach(Errand::start);
    }

    /** Does everything that waits, in the caller's thread. */
    public void round() {
        all().forEach(Errand::round);
    }

    @Override
    public void close() {
        all().forEach(Errand::close);
    }

    private List<Errand<?>> all() {
        return List.of(withdrawals, checks, refusals, poisoned, presence, tasks, reports);
    }
}
