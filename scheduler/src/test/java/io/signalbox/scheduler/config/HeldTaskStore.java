package io.signalbox.scheduler.config;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.loop.batch.ChangeOutcome;
import io.signalbox.scheduler.loop.batch.CommitMark;
import io.signalbox.scheduler.loop.batch.TaskStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A leader that is paused right before its next commit reaches the store, until it is woken. */
final class HeldTaskStore implements TaskStore {

    private final TaskStore store;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch woken = new CountDownLatch(1);
    private volatile boolean holding;

    HeldTaskStore(TaskStore store) {
        this.store = store;
    }

    @Override
    public List<ChangeOutcome> commit(CommitMark mark, List<TaskChange> changes) {
        if (holding) {
            reached.countDown();
            await(woken);
        }
        return store.commit(mark, changes);
    }

    @Override
    public List<ChangeOutcome> raise(CommitMark mark, List<StoredTask> tasks) {
        return store.raise(mark, tasks);
    }

    @Override
    public List<StoredTask> read(Collection<TaskId> tasks) {
        return store.read(tasks);
    }

    @Override
    public List<StoredTask> open(Which which, @Nullable TaskId after, int limit) {
        return store.open(which, after, limit);
    }

    @Override
    public List<StoredTask> lost(Instant since, @Nullable TaskId after, int limit) {
        return store.lost(since, after, limit);
    }

    @Override
    public List<Took> ended(int limit) {
        return store.ended(limit);
    }

    void hold() {
        holding = true;
    }

    void awaitHeld() {
        await(reached);
    }

    void wake() {
        holding = false;
        woken.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
