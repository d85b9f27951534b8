package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.RelayCommand.AssignTask.Assignment;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.draft.Draft;
import io.signalbox.scheduler.core.draft.SetPoisonAside;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.Trigger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Free slots get waiting tasks: the last step of each batch. */
final class AssignSlots {
    private final Memory memory;
    private final TakeBack takeBack;
    private final SetPoisonAside poison;

    AssignSlots(Memory memory, TakeBack takeBack, SetPoisonAside poison) {
        this.memory = memory;
        this.takeBack = takeBack;
        this.poison = poison;
    }

    void all(Batch batch) {
        Map<TaskEntry, RuntimeException> failed = new LinkedHashMap<>();
        memory.matcher.match(batch.now().monotonicMillis(), (task, slot) -> {
            try {
                assign(batch, task, slot);
            } catch (RuntimeException failure) {
                failed.put(task, failure);
            }
        });
        failed.forEach((task, failure) -> poison.putAside(batch, task.id(), task.status(), failure));
    }

    /** An attempt never comes twice: its id follows from submission, epoch and version (C1). It is published only once it is stored. */
    private void assign(Batch batch, TaskEntry task, Slot slot) {
        Draft draft = batch.draft(task);
        Runner runner = slot.runner();
        RelayId relay = Objects.requireNonNull(slot.relay(), "a usable slot has a relay");
        Attempt attempt = new Attempt(
                AttemptId.derive(task.id(), task.terms().createdAt(), memory.epoch, draft.version()),
                task.tries() + 1,
                task.fence(),
                memory.epoch,
                slot.ref(),
                runner.profile().name(),
                runner.generation(),
                runner.profile().pool(),
                relay,
                batch.now().stamp());
        draft.move(Trigger.ASSIGN, new TaskStatus.Assigned(attempt, null), attempt.assignedAt());
        draft.want(publication(task, attempt, relay));
        memory.deadlines.clear(task);
        slot.occupy(attempt.id());
        LiveAttempt live = new LiveAttempt(task, attempt, memory.lease.millis());
        memory.lives.add(live);
        memory.matcher.occupy(task, attempt);
        takeBack.unlessStarted(batch, live);
    }

    static Effect.PublishAssignment publication(TaskEntry task, Attempt attempt, RelayId relay) {
        return new Effect.PublishAssignment(
                relay, new Assignment(task.id(), attempt.id(), attempt.fence(), attempt.slot(), attempt.generation()));
    }
}
