package io.signalbox.scheduler.core.world;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.task.EndedAttempt;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.Report.StartClaimed;
import io.signalbox.scheduler.core.task.Report.StartWithdrawn;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two collections that scheduler and relays share: every write of a task is guarded by its version, every report is inserted once. */
public final class ModelStore {
    private final Map<TaskId, StoredTask> tasks = new LinkedHashMap<>();
    private final Map<TaskId, List<EndedAttempt>> history = new LinkedHashMap<>();
    private final Map<TaskId, List<TaskEvent>> outbox = new LinkedHashMap<>();
    private final Map<ReportId, Report> reports = new LinkedHashMap<>();
    private final List<Effect> performed = new ArrayList<>();

    public void insert(TaskId id, TaskTerms terms) {
        tasks.put(id, StoredTask.inserted(id, terms));
    }

    public void put(StoredTask task) {
        tasks.put(task.id(), task);
    }

    public StoredTask task(TaskId id) {
        StoredTask found = tasks.get(id);
        if (found == null) {
            throw new AssertionError("no task " + id);
        }
        return found;
    }

    public @Nullable StoredTask find(TaskId id) {
        return tasks.get(id);
    }

    public List<StoredTask> tasks() {
        return List.copyOf(tasks.values());
    }

    public List<EndedAttempt> history(TaskId id) {
        return history.getOrDefault(id, List.of());
    }

    public List<TaskEvent> outbox(TaskId id) {
        return outbox.getOrDefault(id, List.of());
    }

    public List<Report> reports() {
        return List.copyOf(reports.values());
    }

    public @Nullable Report report(ReportId id) {
        return reports.get(id);
    }

    /** An insert: the first one wins. */
    public boolean append(Report report) {
        return reports.putIfAbsent(report.id(), report) == null;
    }

    public void remove(ReportId id) {
        reports.remove(id);
    }

    /** The relay's half of C1: inserts the claim or raises its number; refused once it is withdrawn. */
    public boolean claim(StartClaimed claim) {
        Report found = reports.get(claim.id());
        if (found instanceof StartWithdrawn) {
            return false;
        }
        if (!(found instanceof StartClaimed standing) || standing.sync() < claim.sync()) {
            reports.put(claim.id(), claim);
        }
        return true;
    }

    /** The scheduler's half of C1. */
    public Command withdraw(Effect.Withdraw wanted) {
        ReportId id = ReportId.start(wanted.attempt());
        Report found = reports.get(id);
        if (found instanceof StartClaimed claim
                && (wanted.claimedSync() == null || claim.sync() != wanted.claimedSync())) {
            return new Command.ClaimStands(claim);
        }
        reports.put(id, new StartWithdrawn(wanted.task(), wanted.attempt()));
        return new Command.Withdrawn(wanted.task(), wanted.attempt());
    }

    /** Commits a decision: one write per task, its effects only if it applied. The answer is what the core must be told of misses. */
    public List<Command> commit(Decision decision) {
        List<StoredTask> missed = new ArrayList<>();
        performed.clear();
        for (TaskChange change : decision.changes()) {
            if (applies(change)) {
                apply(change);
            } else if (tasks.containsKey(change.task())) {
                missed.add(task(change.task()));
            }
        }
        performed.addAll(decision.effects());
        return missed.isEmpty() ? List.of() : List.of(new Command.TasksRead(missed));
    }

    /** What the last commit let be performed. */
    public List<Effect> performed() {
        return List.copyOf(performed);
    }

    /** Whether this attempt is the current one of its task. */
    public boolean isCurrent(TaskId task, AttemptId attempt) {
        StoredTask found = tasks.get(task);
        return found != null
                && found.status() instanceof io.signalbox.scheduler.core.task.TaskStatus.Live live
                && live.attempt().id().equals(attempt);
    }

    private static StoredTask.@Nullable Loss loss(List<EndedAttempt> ended) {
        return ended.isEmpty()
                        || ended.getLast().state() != TaskState.LOST
                        || ended.getLast().reported()
                ? null
                : new StoredTask.Loss(ended.getLast().attempt(), ended.getLast().finishedAt());
    }

    private boolean applies(TaskChange change) {
        StoredTask found = tasks.get(change.task());
        return found != null && found.version() == change.expectedVersion();
    }

    private void apply(TaskChange change) {
        StoredTask before = task(change.task());
        if (before.status().state().isTerminal()) {
            throw new AssertionError("I4: terminal task " + change.task() + " was written again");
        }
        List<EndedAttempt> ended = history.computeIfAbsent(change.task(), id -> new ArrayList<>());
        ended.addAll(change.ended());
        outbox.computeIfAbsent(change.task(), id -> new ArrayList<>()).addAll(change.events());
        long losses = ended.stream().filter(it -> it.state() == TaskState.LOST).count();
        tasks.put(
                change.task(),
                new StoredTask(
                        before.id(),
                        change.version(),
                        before.terms(),
                        change.status(),
                        change.fence(),
                        ended.size(),
                        (int) losses,
                        change.cancelRequestedAt(),
                        ended.stream()
                                .filter(it -> it.reason() != null && it.reason().code() == ReasonCode.START_FAILED)
                                .map(it -> it.attempt().runnerName())
                                .toList(),
                        ended.stream()
                                .filter(EndedAttempt::reported)
                                .map(it -> it.attempt().id())
                                .collect(Collectors.toSet()),
                        loss(ended)));
        change.consumed().forEach(reports::remove);
        performed.addAll(change.effects());
    }
}
