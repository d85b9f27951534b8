package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.draft.SetPoisonAside;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.retry.AttemptEnd;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.Report.CancelWanted;
import io.signalbox.scheduler.core.task.Report.Finished;
import io.signalbox.scheduler.core.task.Report.OfAttempt;
import io.signalbox.scheduler.core.task.Report.StartClaimed;
import io.signalbox.scheduler.core.task.Report.StartWithdrawn;
import io.signalbox.scheduler.core.task.Stop;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.TaskStatus.Assigned;
import io.signalbox.scheduler.core.task.TaskStatus.Queued;
import io.signalbox.scheduler.core.task.TaskStatus.Running;
import io.signalbox.scheduler.core.task.Trigger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports are a set (C18): each applies if its attempt is the current one of memory. One that does not waits until the task was read anew,
 * and is removed only if it cannot apply to that.
 */
final class ConsumeReports {
    private static final long ASK_AGAIN_MILLIS = 5_000;
    /** Cancels come first: what is read together with the end of an attempt forbids another one, and changes nothing else (C12). */
    private static final Comparator<Report> ORDER = Comparator.comparingInt(ConsumeReports::rank);

    private final Memory memory;
    private final StartAttempts startAttempts;
    private final EndAttempts endAttempts;
    private final AwaitSlots awaitSlots;
    private final SetPoisonAside poison;
    private final Map<TaskId, Parked> parked = new LinkedHashMap<>();

    ConsumeReports(
            Memory memory,
            StartAttempts startAttempts,
            EndAttempts endAttempts,
            AwaitSlots awaitSlots,
            SetPoisonAside poison) {
        this.memory = memory;
        this.startAttempts = startAttempts;
        this.endAttempts = endAttempts;
        this.awaitSlots = awaitSlots;
        this.poison = poison;
    }

    /** Reports were read. */
    void read(Batch batch, List<Report> reports) {
        reports.stream()
                .sorted(ORDER)
                .forEach(report -> poison.guard(batch, report.task(), report, () -> read(batch, report)));
    }

    private void read(Batch batch, Report report) {
        if (!applies(batch, report) && memory.consumed.recall(report.id()) == null) {
            park(batch, report);
        }
    }

    /** A task was read that reports may wait for; it is not known whether before or after they were. */
    void taskRead(Batch batch, TaskId task) {
        Parked waiting = parked.get(task);
        if (waiting != null) {
            waiting.reports.values().removeIf(report -> applies(batch, report));
            if (waiting.reports.isEmpty()) {
                parked.remove(task);
            }
        }
    }

    /** A task was read after its reports were: those that still do not apply never will. */
    void taskAnswered(Batch batch, StoredTask task) {
        answered(batch, task.id(), task.reported());
    }

    /** There is no such task. */
    void taskMissing(Batch batch, TaskId task) {
        answered(batch, task, Set.of());
    }

    private void answered(Batch batch, TaskId task, Set<AttemptId> reported) {
        taskRead(batch, task);
        Parked waiting = parked.remove(task);
        if (waiting != null) {
            waiting.reports.values().forEach(report -> discard(batch, report, reported));
        }
    }

    private boolean applies(Batch batch, Report report) {
        TaskEntry task = memory.tasks.get(report.task());
        if (task == null) {
            return false;
        }
        return switch (report) {
            case CancelWanted wish -> cancel(batch, task, wish);
            case OfAttempt of -> {
                Optional<LiveAttempt> live = memory.live(of.task(), of.attempt());
                live.ifPresent(current -> apply(batch, current, of));
                yield live.isPresent();
            }
        };
    }

    private void apply(Batch batch, LiveAttempt live, OfAttempt report) {
        switch (report) {
            case StartClaimed claim -> startAttempts.claimed(batch, live, claim);
            case StartWithdrawn withdrawn -> endAttempts.withdraw(batch, live);
            case Finished finished -> endAttempts.finish(batch, live, finished);
        }
    }

    /** The wish is stored with the task, so that the report may go (C12). */
    private boolean cancel(Batch batch, TaskEntry task, CancelWanted wish) {
        boolean repeated = isCancelWanted(task);
        if (repeated && !batch.changes(task)) {
            batch.want(new Effect.RemoveReports(List.of(wish.id())));
            return true;
        }
        batch.draft(task).consume(wish.id());
        cancel(batch, task);
        return true;
    }

    private static boolean isCancelWanted(TaskEntry task) {
        return task.live() != null && isCanceled(task.live().stop());
    }

    /** The task must end: at once while it waits, by a withdrawal or a stop while an attempt is live. */
    void cancel(Batch batch, TaskEntry task) {
        if (isCancelWanted(task)) {
            return;
        }
        task.wantCancel(batch.now().stamp());
        TaskStatus next = canceled(batch, task.status());
        batch.draft(task).move(Trigger.CANCEL, next, batch.now().stamp());
        LiveAttempt live = next instanceof TaskStatus.Live status
                ? memory.lives.get(status.attempt().id())
                : null;
        if (live == null) {
            awaitSlots.settle(batch, task);
        } else {
            memory.lives.lookAt(live, batch.now().monotonicMillis());
        }
    }

    private static TaskStatus canceled(Batch batch, TaskStatus status) {
        return switch (status) {
            case Queued queued ->
                new TaskStatus.Ended(
                        TaskState.CANCELED,
                        AttemptEnd.canceled(),
                        null,
                        batch.now().stamp());
            case Assigned assigned -> new Assigned(assigned.attempt(), stop(batch, assigned.stop()));
            case Running running -> new Running(running.attempt(), running.startedAt(), stop(batch, running.stop()));
            case TaskStatus.Ended ended -> ended;
        };
    }

    private static Stop stop(Batch batch, @Nullable Stop before) {
        return before == null ? Stop.cancel(batch.now().stamp()) : before.canceled();
    }

    private static boolean isCanceled(@Nullable Stop stop) {
        return stop != null && stop.isCancel();
    }

    private void park(Batch batch, Report report) {
        Parked waiting = parked.computeIfAbsent(report.task(), task -> new Parked());
        waiting.reports.put(report.id(), report);
        long now = batch.now().monotonicMillis();
        if (now - waiting.askedAt >= ASK_AGAIN_MILLIS) {
            waiting.askedAt = now;
            batch.want(new Effect.ReadTasks(List.of(report.task())));
        }
    }

    /** What had its effect under an earlier leader is not too late: that one died before it removed it (C18). */
    private static void discard(Batch batch, Report report, Set<AttemptId> reported) {
        if (report instanceof Finished finished && !reported.contains(finished.attempt())) {
            batch.want(new Effect.Refuse(
                    finished.task(),
                    finished.attempt(),
                    finished.id(),
                    finished.id().kind()));
            batch.want(new Effect.Refused(finished.id().kind()));
        } else {
            batch.want(new Effect.RemoveReports(List.of(report.id())));
        }
    }

    private static int rank(Report report) {
        return switch (report) {
            case CancelWanted wish -> 0;
            case StartClaimed claim -> 1;
            case StartWithdrawn withdrawn -> 2;
            case Finished finished -> 3;
        };
    }

    private static final class Parked {
        private final Map<ReportId, Report> reports = new LinkedHashMap<>();
        private long askedAt = Long.MIN_VALUE / 2;
    }
}
