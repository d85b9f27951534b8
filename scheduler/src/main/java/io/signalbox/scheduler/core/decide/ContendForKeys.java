package io.signalbox.scheduler.core.decide;

import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.limit.ConcurrencyKey;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.Trigger;
import java.util.List;

/** A task that has just become ready meets others with its concurrency key: it gives way, or they do, as its policy says. */
final class ContendForKeys {
    private final Memory memory;
    private final AwaitSlots awaitSlots;
    private final CancelTasks cancelTasks;

    ContendForKeys(Memory memory, AwaitSlots awaitSlots, CancelTasks cancelTasks) {
        this.memory = memory;
        this.awaitSlots = awaitSlots;
        this.cancelTasks = cancelTasks;
    }

    void all(Batch batch) {
        List<TaskEntry> contenders = List.copyOf(memory.contenders);
        memory.contenders.clear();
        for (TaskEntry task : contenders) {
            ConcurrencyKey key = memory.limits.keyOf(task);
            Concurrency concurrency = task.terms().concurrency();
            if (task.isInLine() && key != null && concurrency != null) {
                contend(batch, task, key, concurrency.policy());
            }
        }
    }

    private void contend(Batch batch, TaskEntry task, ConcurrencyKey key, Concurrency.Policy policy) {
        switch (policy) {
            case QUEUE -> {}
            case REJECT -> {
                if (key.isTakenBefore(task)) {
                    reject(batch, task, key);
                }
            }
            case CANCEL_OLDER ->
                key.superseded(task).stream()
                        .filter(older -> !CancelTasks.isWanted(older))
                        .forEach(older -> cancelTasks.cancel(batch, older));
        }
    }

    private void reject(Batch batch, TaskEntry task, ConcurrencyKey key) {
        Reason reason = new Reason(
                ReasonCode.CONCURRENCY_REJECTED,
                "concurrency key '%s' has its %d".formatted(key.name().key(), key.limit()));
        batch.draft(task)
                .move(
                        Trigger.REJECT,
                        new TaskStatus.Ended(
                                TaskState.CANCELED, reason, null, batch.now().stamp()),
                        batch.now().stamp());
        awaitSlots.settle(batch, task);
    }
}
