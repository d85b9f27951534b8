package io.signalbox.scheduler.core.draft;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What the core fails on is set aside, and the rest goes on (C17). A task on which it failed is forgotten with everything that was decided
 * about it in this batch, and not heard of again in this term: its document is marked, and the next leader tries once more.
 */
public final class SetPoisonAside {
    private final BiConsumer<Batch, TaskId> forget;
    private final Set<TaskId> poisoned = new HashSet<>();

    /** @param forget drops a task from memory */
    public SetPoisonAside(BiConsumer<Batch, TaskId> forget) {
        this.forget = forget;
    }

    /** Handles something that concerns no task, or each of many by themselves. */
    public void guard(Batch batch, Object what, Runnable handling) {
        try {
            handling.run();
        } catch (RuntimeException failure) {
            batch.want(new Effect.SetAside(what.toString(), null, failure));
        }
    }

    /** Handles what was heard of a task. */
    public void guard(Batch batch, TaskId task, Object what, Runnable handling) {
        if (poisoned.contains(task)) {
            return;
        }
        try {
            handling.run();
        } catch (RuntimeException failure) {
            putAside(batch, task, what, failure);
        }
    }

    /** Does something for a task whose moment has come. */
    public void guard(Batch batch, TaskEntry task, Runnable doing) {
        guard(batch, task.id(), task.status(), doing);
    }

    /** The core failed while it did something for the task. */
    public void putAside(Batch batch, TaskId task, Object what, RuntimeException failure) {
        poisoned.add(task);
        batch.drop(task);
        forget.accept(batch, task);
        batch.want(new Effect.SetAside(what.toString(), task, failure));
    }
}
