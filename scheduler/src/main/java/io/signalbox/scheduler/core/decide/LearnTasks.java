package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.draft.Draft;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.retry.AttemptEnd;
import io.signalbox.scheduler.core.runner.Protocol;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.Stop;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.TaskStatus.Assigned;
import io.signalbox.scheduler.core.task.TaskStatus.Live;
import io.signalbox.scheduler.core.task.TaskStatus.Running;
import io.signalbox.scheduler.core.task.Trigger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tasks become known: by the doorbell, or from the store. What the store says counts, unless memory has already gone on from there; then
 * slot and counters that belonged to the dropped memory are given back (C16).
 */
final class LearnTasks {
    private final Memory memory;
    private final AwaitSlots awaitSlots;
    private final StartAttempts startAttempts;
    private final TakeBack takeBack;

    LearnTasks(Memory memory, AwaitSlots awaitSlots, StartAttempts startAttempts, TakeBack takeBack) {
        this.memory = memory;
        this.awaitSlots = awaitSlots;
        this.startAttempts = startAttempts;
        this.takeBack = takeBack;
    }

    /** A doorbell rang; it may ring twice. */
    void submitted(Batch batch, SubmittedTask task) {
        if (!memory.tasks.containsKey(task.task()) && memory.ended.recall(task.task()) == null) {
            learn(batch, StoredTask.inserted(task.task(), task.terms()));
        }
    }

    /** A document was read. */
    void read(Batch batch, StoredTask task) {
        TaskEntry known = memory.tasks.get(task.id());
        if (known == null ? isPast(task) : !isNews(task, known)) {
            return;
        }
        batch.drop(task.id());
        if (known != null) {
            memory.drop(batch, known);
        }
        if (!task.status().state().isTerminal()) {
            learn(batch, task);
        }
    }

    /** It ran to its end under an earlier leader. */
    void ended(Took task) {
        memory.durations.measure(task.terms(), task.millis());
        memory.share.recall(task.terms().project(), task.millis());
    }

    /** It was lost for good under an earlier leader. */
    void lost(Batch batch, StoredTask task) {
        if (task.status() instanceof TaskStatus.Ended) {
            recallLoss(batch, task);
        }
    }

    /** A lost attempt holds its key for as long after the loss as its process may still run (C9), by the store's clock. */
    private void recallLoss(Batch batch, StoredTask task) {
        StoredTask.Loss loss = task.loss();
        Instant store = batch.now().store();
        if (loss == null || store == null || task.terms().concurrency() == null) {
            return;
        }
        long rest = Duration.between(store, loss.at().plus(task.terms().onLost().after()))
                .toMillis();
        if (rest > 0) {
            memory.limits.recall(
                    task.terms(), task.id(), loss.attempt(), batch.now().monotonicMillis() + rest);
            memory.matcher.review(memory.limits.keyOf(task.terms()));
        }
    }

    /** Its document does not exist any more, or never did. */
    void missing(Batch batch, TaskId task) {
        TaskEntry known = memory.tasks.get(task);
        if (known != null) {
            batch.drop(task);
            memory.drop(batch, known);
        }
    }

    private void learn(Batch batch, StoredTask task) {
        TaskEntry entry = memory.remember(task);
        if (task.status() instanceof Live live) {
            adopt(batch, entry, live);
        } else if (task.cancelRequestedAt() != null) {
            cancel(batch, entry);
        } else {
            recallLoss(batch, task);
            LiveAttempt lost =
                    task.loss() == null ? null : watchOn(entry, task.loss().attempt());
            awaitSlots.settle(batch, entry);
            if (lost != null) {
                releaseIfLeft(batch, entry, lost);
            }
        }
    }

    /** What an earlier leader lost may still run: beats that name it, and the end of its session, concern its successor (C9, C10). */
    private LiveAttempt watchOn(TaskEntry entry, Attempt attempt) {
        LiveAttempt lost = new LiveAttempt(entry, attempt, memory.lease.millis());
        memory.outlived.add(lost);
        Runner runner = memory.fleet.runner(attempt.slot().runner());
        if (runner != null && runner.protocol() == Protocol.OFFICIAL) {
            lost.lostByOfficialAgent();
        }
        return lost;
    }

    private void releaseIfLeft(Batch batch, TaskEntry entry, LiveAttempt lost) {
        Runner runner = memory.fleet.runner(lost.attempt().slot().runner());
        Instant released = batch.now().stamp().plus(entry.terms().onLost().after());
        boolean hasLeft = runner == null || runner.hasLeft(lost.attempt().generation());
        if (hasLeft && entry.readyAt() > released.toEpochMilli()) {
            awaitSlots.release(batch, lost);
        }
    }

    /** A live attempt goes on. If another leadership made it, it is stamped: a late commit of that one then misses (C15). */
    private void adopt(Batch batch, TaskEntry entry, Live status) {
        Attempt attempt = status.attempt();
        LiveAttempt live = new LiveAttempt(entry, attempt, memory.lease.millis());
        memory.lives.add(live);
        memory.matcher.occupy(entry, attempt);
        memory.fleet.occupy(attempt.slot(), live.id());
        Slot slot = memory.fleet.slot(attempt.slot());
        if (slot != null) {
            memory.review(slot);
        }
        boolean foreign = attempt.epoch().compareTo(memory.epoch) < 0;
        switch (status) {
            case Assigned assigned -> {
                if (foreign) {
                    stampAssigned(batch, live, assigned);
                }
                takeBack.unlessStarted(batch, live);
            }
            case Running running -> {
                if (foreign) {
                    Running stamped = new Running(attempt.stampedBy(memory.epoch), running.startedAt(), running.stop());
                    batch.draft(entry).move(Trigger.STAMP, stamped, batch.now().stamp());
                }
                startAttempts.watchTimeout(entry, running);
            }
        }
        if (status.stop() != null) {
            memory.lives.lookAt(live, batch.now().monotonicMillis());
        }
    }

    private void stampAssigned(Batch batch, LiveAttempt live, Assigned assigned) {
        Attempt stamped = assigned.attempt().stampedBy(memory.epoch);
        Draft draft = batch.draft(live.task());
        draft.move(
                Trigger.STAMP,
                new Assigned(stamped, assigned.stop()),
                batch.now().stamp());
        draft.want(AssignSlots.publication(live.task(), stamped, takeBack.relayOf(live)));
    }

    private void cancel(Batch batch, TaskEntry entry) {
        Reason reason = AttemptEnd.canceled();
        TaskStatus ended = new TaskStatus.Ended(
                TaskState.CANCELED, reason, null, batch.now().stamp());
        batch.draft(entry).move(Trigger.CANCEL, ended, batch.now().stamp());
        awaitSlots.settle(batch, entry);
    }

    /** A reading from before memory ended the task; one of the same version that has not ended shows that memory's write missed. */
    private boolean isPast(StoredTask task) {
        Long endedAt = memory.ended.recall(task.id());
        return endedAt != null && task.version() < endedAt;
    }

    /** The same version with the same content is memory's own write. */
    private static boolean isNews(StoredTask task, TaskEntry known) {
        return task.version() > known.version()
                || (task.version() == known.version() && !isSame(task.status(), known.status()));
    }

    private static boolean isSame(TaskStatus stored, TaskStatus known) {
        if (stored instanceof Live a && known instanceof Live b) {
            return stored.state() == known.state() && isSame(a.attempt(), b.attempt()) && isSame(a.stop(), b.stop());
        }
        return stored.state() == known.state();
    }

    /** A stamp that missed leaves the same attempt behind, of an older epoch: no relay would give it any more (C15). */
    private static boolean isSame(Attempt stored, Attempt known) {
        return stored.id().equals(known.id()) && stored.epoch().equals(known.epoch());
    }

    private static boolean isSame(@Nullable Stop stored, @Nullable Stop known) {
        return stored == null ? known == null : known != null && stored.cause() == known.cause();
    }
}
