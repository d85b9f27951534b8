package io.signalbox.scheduler.simulation.store;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.loop.batch.ChangeOutcome;
import io.signalbox.scheduler.loop.batch.CommitMark;
import io.signalbox.scheduler.loop.batch.InMemoryTaskStore;
import io.signalbox.scheduler.loop.batch.TaskStore;
import io.signalbox.scheduler.simulation.Fault;
import io.signalbox.scheduler.simulation.check.Checker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tasks, as one that may be away, lose its answers, or do a write long after its writer has given it up: so a leader is paused
 * between its last look at its lease and the write.
 */
public final class FlakyTasks implements TaskStore {
    private static final int SOON = 30;

    private final InMemoryTaskStore tasks;
    private final Weather weather;
    private final Checker checker;
    private final List<Late> late = new ArrayList<>();

    public FlakyTasks(InMemoryTaskStore tasks, Weather weather, Checker checker) {
        this.tasks = tasks;
        this.weather = weather;
        this.checker = checker;
    }

    private record Late(CommitMark mark, List<TaskChange> changes) {}

    @Override
    public List<ChangeOutcome> commit(CommitMark mark, List<TaskChange> changes) {
        if (weather.isStoreAway() || weather.strikesStore()) {
            return Collections.nCopies(changes.size(), ChangeOutcome.NOT_SENT);
        }
        if (weather.strikesLate()) {
            late.add(new Late(mark, changes));
            return lost(changes);
        }
        List<ChangeOutcome> outcomes = write(mark, changes);
        if (weather.strikesStore()) {
            return lost(changes);
        }
        return weather.is(Fault.MISS_TAKEN_AS_APPLIED)
                ? Collections.nCopies(changes.size(), ChangeOutcome.APPLIED)
                : outcomes;
    }

    @Override
    public List<ChangeOutcome> raise(CommitMark mark, List<StoredTask> live) {
        weather.call();
        List<ChangeOutcome> outcomes = weather.is(Fault.NO_VERSION_RAISED)
                ? Collections.nCopies(live.size(), ChangeOutcome.APPLIED)
                : tasks.raise(mark, live);
        for (int i = 0; i < live.size(); i++) {
            if (outcomes.get(i) == ChangeOutcome.APPLIED) {
                checker.takesOver(mark.epoch(), live.get(i).id(), live.get(i).version() + 1);
            }
        }
        return outcomes;
    }

    @Override
    public List<StoredTask> read(Collection<TaskId> ids) {
        weather.call();
        return tasks.read(ids).stream().map(this::seen).toList();
    }

    @Override
    public List<StoredTask> open(Which which, @Nullable TaskId after, int limit) {
        weather.call();
        return tasks.open(which, after, limit).stream().map(this::seen).toList();
    }

    @Override
    public List<StoredTask> lost(Instant since, @Nullable TaskId after, int limit) {
        weather.call();
        return tasks.lost(since, after, limit).stream().map(this::seen).toList();
    }

    @Override
    public List<Took> ended(int limit) {
        weather.call();
        return tasks.ended(limit);
    }

    /** Soon, as steps go: what is to be in its way is a take-over, which has begun by then. */
    public void mayHappenLate() {
        if (!late.isEmpty() && weather.strikes(SOON)) {
            happensLate();
        }
    }

    /** A write that was given up happens after all. */
    public void happensLate() {
        if (!late.isEmpty()) {
            Late one = late.remove(weather.draw(late.size()));
            var _ = write(one.mark(), one.changes());
        }
    }

    private List<ChangeOutcome> write(CommitMark mark, List<TaskChange> changes) {
        List<ChangeOutcome> outcomes = new ArrayList<>();
        for (TaskChange change : changes) {
            List<StoredTask> before = tasks.read(List.of(change.task()));
            if (!before.isEmpty() && before.getFirst().version() == change.expectedVersion()) {
                checker.stored(mark.epoch(), before.getFirst(), change);
            }
            outcomes.addAll(tasks.commit(mark, List.of(change)));
        }
        return outcomes;
    }

    private List<ChangeOutcome> lost(List<TaskChange> changes) {
        boolean applied = weather.is(Fault.UNKNOWN_TAKEN_AS_APPLIED);
        return Collections.nCopies(changes.size(), applied ? ChangeOutcome.APPLIED : ChangeOutcome.UNKNOWN);
    }

    private StoredTask seen(StoredTask task) {
        boolean waits = task.status() instanceof TaskStatus.Queued && weather.is(Fault.LOSS_FORGOTTEN);
        return new StoredTask(
                task.id(),
                task.version(),
                task.terms(),
                waits ? TaskStatus.Queued.AT_ONCE : task.status(),
                task.fence(),
                task.tries(),
                task.losses(),
                task.cancelRequestedAt(),
                task.failedStarts(),
                weather.is(Fault.APPLIED_TAKEN_AS_LATE) ? Set.of() : task.reported(),
                weather.is(Fault.LOSS_FORGOTTEN) ? null : task.loss());
    }
}
