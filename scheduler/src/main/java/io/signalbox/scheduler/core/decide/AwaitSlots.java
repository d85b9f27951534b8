package io.signalbox.scheduler.core.decide;

import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.limit.ConcurrencyKey;
import io.signalbox.scheduler.core.retry.NextStatus;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.Trigger;
import io.signalbox.scheduler.core.time.InWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A task waits: first for its moment, then for a slot, and not for ever. Moments are those of the store's clock; while that is unknown
 * none comes (C22).
 */
final class AwaitSlots {
    private final Memory memory;

    AwaitSlots(Memory memory) {
        this.memory = memory;
    }

    /** The task has just entered its state: it waits, or it is over. */
    void settle(Batch batch, TaskEntry task) {
        if (task.live() == null) {
            memory.matcher.vacate(task, batch.now().monotonicMillis());
        }
        switch (task.status()) {
            case TaskStatus.Queued queued -> queue(batch, task);
            case TaskStatus.Ended ended -> end(batch, task);
            case TaskStatus.Live live -> memory.deadlines.clear(task);
        }
    }

    /** The moment for which a queued task waited has come: it is ready, wants less, or has waited too long. */
    void due(Batch batch, TaskEntry task) {
        if (!task.isInLine()) {
            queue(batch, task);
        } else if (task.widensAt() < task.expiresAt()) {
            widen(task);
        } else {
            expire(batch, task);
        }
    }

    /** Those that have just become ready and do not want to wait for their concurrency key give way, or the older ones do. */
    void contend(Batch batch, BiConsumer<Batch, TaskEntry> cancel) {
        List<TaskEntry> contenders = List.copyOf(memory.contenders);
        memory.contenders.clear();
        for (TaskEntry task : contenders) {
            ConcurrencyKey key = memory.limits.keyOf(task);
            if (task.isInLine() && key != null && task.terms().concurrency() != null) {
                switch (task.terms().concurrency().policy()) {
                    case QUEUE -> {}
                    case REJECT -> rejectIfTaken(batch, task, key);
                    case CANCEL_OLDER -> key.superseded(task).forEach(older -> cancel.accept(batch, older));
                }
            }
        }
    }

    private void rejectIfTaken(Batch batch, TaskEntry task, ConcurrencyKey key) {
        if (key.isTakenBefore(task)) {
            Instant at = batch.now().stamp();
            Reason reason = new Reason(
                    ReasonCode.CONCURRENCY_REJECTED,
                    "concurrency key '%s' has its %d".formatted(key.name().key(), key.limit()));
            batch.draft(task).move(Trigger.REJECT, new TaskStatus.Ended(TaskState.CANCELED, reason, null, at), at);
            end(batch, task);
        }
    }

    private void widen(TaskEntry task) {
        memory.matcher.leave(task);
        task.widen();
        ready(task);
    }

    private void expire(Batch batch, TaskEntry task) {
        Instant at = batch.now().stamp();
        Reason reason = new Reason(
                ReasonCode.QUEUE_TIMEOUT,
                "it waited longer than " + InWords.of(task.terms().queueTimeout()));
        batch.draft(task).move(Trigger.EXPIRE, new TaskStatus.Ended(TaskState.CANCELED, reason, null, at), at);
        end(batch, task);
    }

    /** A lost attempt was given once more while its loss was decided: its successor waits longer (C9). */
    void postpone(Batch batch, LiveAttempt lost) {
        Duration after = lost.task().terms().onLost().after();
        wait(batch, lost, Trigger.POSTPONE, lost.isOfOfficialAgent() ? NextStatus.sinceContact(after) : after);
    }

    /** The agent that lost the attempt has ended its session: the successor need not wait for it any longer (C10). */
    void release(Batch batch, LiveAttempt lost) {
        wait(batch, lost, Trigger.RELEASE, lost.task().terms().onLost().after());
    }

    private void wait(Batch batch, LiveAttempt lost, Trigger trigger, Duration time) {
        TaskEntry task = lost.task();
        memory.limits.holdOn(task, lost.attempt(), batch.now().monotonicMillis());
        if (task.status() instanceof TaskStatus.Queued && memory.tasks.get(task.id()) == task) {
            memory.matcher.leave(task);
            Instant then = batch.now().stamp().plus(time);
            batch.draft(task)
                    .move(trigger, new TaskStatus.Queued(then), batch.now().stamp());
            queue(batch, task);
        }
    }

    private void end(Batch batch, TaskEntry task) {
        memory.ended.remember(task.id(), task.version(), batch.now().monotonicMillis());
        memory.forget(task);
    }

    private void queue(Batch batch, TaskEntry task) {
        Instant store = batch.now().store();
        long unproven = unproven(task);
        if (unproven > 0) {
            memory.deadlines.set(task, Math.max(task.readyAt(), store == null ? 0 : store.toEpochMilli() + unproven));
        } else if (!task.isHeldBack() || (store != null && store.toEpochMilli() >= task.readyAt())) {
            ready(task);
        } else {
            memory.deadlines.set(task, task.readyAt());
        }
    }

    /**
     * For how long the beats of what was lost must still be seen unchanged: while nobody read them, its moment may have passed. Only an attempt that its
     * runner's document names can beat (C9).
     */
    private long unproven(TaskEntry task) {
        LiveAttempt lost = memory.outlived.of(task.id());
        Slot slot = lost == null ? null : memory.fleet.slot(lost.attempt().slot());
        return lost == null || slot == null || !lost.id().equals(slot.named())
                ? 0
                : task.terms().onLost().after().toMillis() - memory.lease.since(lost.renewedAt());
    }

    private void ready(TaskEntry task) {
        Concurrency concurrency = task.terms().concurrency();
        if (concurrency != null && concurrency.policy() != Concurrency.Policy.QUEUE && task.tries() == 0) {
            memory.contenders.add(task);
        }
        memory.matcher.await(task);
        memory.deadlines.set(task, Math.min(task.widensAt(), task.expiresAt()));
    }
}
