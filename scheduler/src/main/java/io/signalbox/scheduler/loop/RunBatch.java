package io.signalbox.scheduler.loop;

import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.loop.batch.CommitChanges;
import io.signalbox.scheduler.loop.batch.CommitChanges.Committed;
import io.signalbox.scheduler.loop.batch.DropOutdated;
import io.signalbox.scheduler.loop.batch.TellTime;
import io.signalbox.scheduler.loop.event.AppendEvents;
import io.signalbox.scheduler.loop.event.OutboxStore;
import io.signalbox.scheduler.loop.measure.LoopListener;
import io.signalbox.scheduler.loop.report.RemoveReports;
import io.signalbox.scheduler.loop.sweep.LiveRunners;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One batch: decide, commit, and only then let follow what depends on it: the effects, the events of what was stored, and after these the
 * removal of the reports that caused it (C18). Not safe for use by many threads: the loop calls it.
 */
final class RunBatch {

    private final SchedulerCore core;
    private final TellTime time;
    private final CommitChanges commit;
    private final DropOutdated outdated;
    private final PerformEffects effects;
    private final Aftermath aftermath;
    private final LoopListener listener;

    /**
     * Who hears of what was stored.
     *
     * @param outboxes of the tasks
     * @param events appends what they keep
     * @param removal of reports
     * @param live which runners have an attempt
     */
    record Aftermath(OutboxStore outboxes, AppendEvents events, RemoveReports removal, LiveRunners live) {}

    RunBatch(
            SchedulerCore core,
            TellTime time,
            CommitChanges commit,
            PerformEffects effects,
            Aftermath aftermath,
            LoopListener listener) {
        this.core = core;
        this.time = time;
        this.commit = commit;
        this.outdated = new DropOutdated(time.nanoTime());
        this.effects = effects;
        this.aftermath = aftermath;
        this.listener = listener;
    }

    /**
     * Runs one batch; blocks for the commit.
     *
     * @return what the core has to hear next
     */
    List<Command> run(List<Command> waiting) {
        List<Command> commands = outdated.from(waiting);
        commands.forEach(this::noteLive);
        Decision decision = core.decide(commands, time.now());
        listener.decided(commands.size());
        long startedAt = time.nanoTime().getAsLong();
        Optional<Committed> committed = commit.commit(decision);
        if (committed.isEmpty()) {
            return List.of();
        }
        if (!decision.changes().isEmpty()) {
            listener.committed(
                    decision.changes().size(), Duration.ofNanos(time.nanoTime().getAsLong() - startedAt));
        }
        follow(committed.get(), decision);
        return committed.get().corrections();
    }

    private void follow(Committed committed, Decision decision) {
        outdated.committed(committed.applied());
        committed.applied().forEach(change -> effects.perform(change.effects()));
        effects.perform(decision.effects());
        effects.flush();
        committed
                .rejected()
                .forEach(change -> effects.deadLetter("the store does not take this change", change.toString()));
        committed.applied().forEach(change -> aftermath.live().note(change.task(), change.status()));
        carryEvents(committed.applied());
    }

    private void carryEvents(List<TaskChange> applied) {
        List<String> owners = applied.stream()
                .filter(change -> !change.events().isEmpty())
                .map(TaskChange::task)
                .map(TaskId::value)
                .toList();
        List<ReportId> consumed =
                applied.stream().flatMap(change -> change.consumed().stream()).toList();
        if (!owners.isEmpty() || !consumed.isEmpty()) {
            aftermath
                    .events()
                    .changed(
                            aftermath.outboxes(),
                            owners,
                            () -> aftermath.removal().add(consumed));
        }
    }

    private void noteLive(Command command) {
        if (command instanceof Command.TasksRead read) {
            read.tasks().forEach(task -> aftermath.live().note(task.id(), task.status()));
        }
    }
}
