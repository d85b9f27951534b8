package io.signalbox.scheduler.loop.batch;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.task.EndedAttempt;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEvent;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.loop.event.FeedEvent;
import io.signalbox.scheduler.loop.event.InMemoryOutboxStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks in memory, with their outboxes. A test may say what becomes of the next bulk writes. Safe for use by many threads. */
public final class InMemoryTaskStore implements TaskStore {

    private final TreeMap<TaskId, StoredTask> tasks = new TreeMap<>();
    private final Map<TaskId, Ended> took = new HashMap<>();
    private final InMemoryOutboxStore outboxes = new InMemoryOutboxStore();
    private final Deque<ChangeOutcome> failures = new ArrayDeque<>();

    @Override
    public synchronized List<ChangeOutcome> commit(CommitMark mark, List<TaskChange> changes) {
        ChangeOutcome failure = failures.poll();
        return changes.stream()
                .map(change -> failure == null ? commit(change) : failure)
                .toList();
    }

    @Override
    public synchronized List<ChangeOutcome> raise(CommitMark mark, List<StoredTask> raised) {
        return raised.stream().map(this::raise).toList();
    }

    @Override
    public synchronized List<StoredTask> read(Collection<TaskId> ids) {
        return ids.stream().map(tasks::get).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized List<StoredTask> open(Which which, @Nullable TaskId after, int limit) {
        return page(after, limit, task -> switch (which) {
            case LIVE -> task.status() instanceof TaskStatus.Live;
            case WAITING -> task.status() instanceof TaskStatus.Queued;
        });
    }

    @Override
    public synchronized List<StoredTask> lost(Instant since, @Nullable TaskId after, int limit) {
        return page(
                after,
                limit,
                task -> task.status() instanceof TaskStatus.Ended ended
                        && ended.state() == TaskState.LOST
                        && !ended.finishedAt().isBefore(since));
    }

    @Override
    public synchronized List<Took> ended(int limit) {
        return took.values().stream()
                .sorted(Comparator.comparing(Ended::at).reversed())
                .limit(limit)
                .map(Ended::took)
                .toList()
                .reversed();
    }

    private record Ended(Took took, Instant at) {}

    private List<StoredTask> page(@Nullable TaskId after, int limit, Predicate<StoredTask> which) {
        return new ArrayList<>(
                        after == null
                                ? tasks.values()
                                : tasks.tailMap(after, false).values())
                .stream().filter(which).limit(limit).toList();
    }

    /** All of them. */
    public synchronized List<StoredTask> all() {
        return List.copyOf(tasks.values());
    }

    /** A gateway inserts a task. */
    public synchronized void insert(TaskId id, TaskTerms terms) {
        tasks.put(id, StoredTask.inserted(id, terms));
    }

    /** Makes the next bulk write fail like that. */
    public synchronized void failNext(ChangeOutcome failure) {
        failures.add(failure);
    }

    /** Where their events wait. */
    public InMemoryOutboxStore outboxes() {
        return outboxes;
    }

    private ChangeOutcome commit(TaskChange change) {
        StoredTask before = tasks.get(change.task());
        if (before == null || before.version() != change.expectedVersion()) {
            return ChangeOutcome.MISSED;
        }
        int losses = Math.toIntExact(change.ended().stream()
                .filter(ended -> ended.state() == TaskState.LOST)
                .count());
        tasks.put(
                change.task(),
                new StoredTask(
                        before.id(),
                        change.version(),
                        before.terms(),
                        change.status(),
                        change.fence(),
                        before.tries() + change.ended().size(),
                        before.losses() + losses,
                        change.cancelRequestedAt(),
                        failedStarts(before, change),
                        reported(before, change),
                        loss(before, change)));
        noteTook(before, change);
        change.events().forEach(event -> outboxes.keep(change.task().value(), feedEvent(change.task(), event)));
        return ChangeOutcome.APPLIED;
    }

    private void noteTook(StoredTask before, TaskChange change) {
        if (change.status() instanceof TaskStatus.Ended ended
                && before.status() instanceof TaskStatus.Live live
                && ended.state() != TaskState.LOST
                && ended.state() != TaskState.CANCELED) {
            Duration time = Duration.between(live.attempt().assignedAt(), ended.finishedAt());
            took.put(before.id(), new Ended(new Took(before.terms(), time.toMillis()), ended.finishedAt()));
        }
    }

    private ChangeOutcome raise(StoredTask task) {
        StoredTask before = tasks.get(task.id());
        if (before == null || before.version() != task.version()) {
            return ChangeOutcome.MISSED;
        }
        tasks.put(task.id(), before.raised());
        return ChangeOutcome.APPLIED;
    }

    private static FeedEvent feedEvent(TaskId task, TaskEvent event) {
        return new FeedEvent(task + ":" + event.key(), event.type(), ProjectName.DEFAULT, task, event.at(), Map.of());
    }

    private static List<String> failedStarts(StoredTask before, TaskChange change) {
        return Stream.concat(
                        before.failedStarts().stream(),
                        change.ended().stream()
                                .filter(it -> it.reason() != null && it.reason().code() == ReasonCode.START_FAILED)
                                .map(it -> it.attempt().runnerName()))
                .toList();
    }

    private static Set<AttemptId> reported(StoredTask before, TaskChange change) {
        return Stream.concat(
                        before.reported().stream(),
                        change.ended().stream()
                                .filter(EndedAttempt::reported)
                                .map(it -> it.attempt().id()))
                .collect(Collectors.toSet());
    }

    private static StoredTask.@Nullable Loss loss(StoredTask before, TaskChange change) {
        if (change.ended().isEmpty()) {
            return before.loss();
        }
        EndedAttempt last = change.ended().getLast();
        return last.state() == TaskState.LOST && !last.reported()
                ? new StoredTask.Loss(last.attempt(), last.finishedAt())
                : null;
    }
}
