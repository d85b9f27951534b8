package io.signalbox.scheduler.core.draft;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.time.Now;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one batch has decided so far: at most one draft for each task, however often the task moved (C16). */
public final class Batch {
    private final long number;
    private final Now now;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<TaskId, Draft> byTask = new HashMap<>();
    private final List<Effect> effects = new ArrayList<>();

    public Batch(long number, Now now) {
        this.number = number;
        this.now = now;
    }

    /** The time of this batch. */
    public Now now() {
        return now;
    }

    /** Wants something that depends on no write of this batch. */
    public void want(Effect effect) {
        effects.add(effect);
    }

    /** Whether something of the task changes in this batch. */
    public boolean changes(TaskEntry task) {
        Draft known = byTask.get(task.id());
        return known != null && known.isOf(task);
    }

    /** The write of {@code task} in this batch. */
    public Draft draft(TaskEntry task) {
        Draft known = byTask.get(task.id());
        if (known != null && known.isOf(task)) {
            return known;
        }
        drop(task.id());
        Draft draft = new Draft(task);
        drafts.add(draft);
        byTask.put(task.id(), draft);
        return draft;
    }

    /** The task was read anew: what was decided on the older reading is dropped. */
    public void drop(TaskId task) {
        Draft draft = byTask.remove(task);
        if (draft != null) {
            drafts.remove(draft);
        }
    }

    /** What this batch decides. */
    public Decision decision() {
        List<TaskChange> changes = drafts.stream().map(Draft::change).toList();
        return new Decision(number, changes, effects);
    }
}
