package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.duration.Durations;
import io.signalbox.scheduler.core.lease.LeaseClock;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.lease.LiveAttempts;
import io.signalbox.scheduler.core.lease.Outlived;
import io.signalbox.scheduler.core.limit.Limits;
import io.signalbox.scheduler.core.match.Matcher;
import io.signalbox.scheduler.core.runner.Fleet;
import io.signalbox.scheduler.core.runner.Relays;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.share.FairShare;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.Terms;
import io.signalbox.scheduler.core.time.Deadlines;
import io.signalbox.scheduler.core.time.Recently;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that one leadership remembers; only tasks that are not terminal. What is iterated keeps its order. */
final class Memory {
    final Epoch epoch;
    final Map<TaskId, TaskEntry> tasks = new HashMap<>();
    final Deadlines<TaskEntry> deadlines = new Deadlines<>();
    final Limits limits = new Limits();
    final FairShare share = new FairShare();
    final Matcher matcher = new Matcher(limits, share);
    final Fleet fleet = new Fleet();
    final Durations durations = new Durations();
    final Relays relays;
    final LiveAttempts lives = new LiveAttempts();
    final LeaseClock lease = new LeaseClock();
    /** Lost attempts whose process may still run, while their tasks wait for the next one (C9). */
    final Outlived outlived = new Outlived();

    /** Tasks that have just become ready and will not stand behind others with their concurrency key. */
    final List<TaskEntry> contenders = new ArrayList<>();
    /** Versions at which tasks ended: a sweep's reading may be older. */
    final Recently<TaskId, Long> ended = new Recently<>();
    /** Reports that had their effect: a sweep may have read them before they were removed. */
    final Recently<ReportId, AttemptId> consumed = new Recently<>();

    private final Terms terms = new Terms();

    Memory(Epoch epoch) {
        this.epoch = epoch;
        this.relays = new Relays(epoch);
    }

    TaskEntry remember(StoredTask task) {
        TaskEntry entry = new TaskEntry(task, terms.share(task.terms()));
        tasks.put(task.id(), entry);
        return entry;
    }

    void forget(TaskEntry entry) {
        if (tasks.remove(entry.id(), entry)) {
            terms.release(entry.terms());
        }
        matcher.forget(entry);
        deadlines.clear(entry);
    }

    /** Forgets a task before its end, if it is known. */
    void drop(Batch batch, TaskId task) {
        TaskEntry known = tasks.get(task);
        if (known != null) {
            drop(batch, known);
        }
    }

    /** Forgets a task before its end, and gives back the slot that its attempt had: what is on it must be heard anew (C16). */
    void drop(Batch batch, TaskEntry known) {
        matcher.vacate(known, batch.now().monotonicMillis());
        forget(known);
        TaskStatus.Live status = known.live();
        LiveAttempt live = status == null ? null : lives.get(status.attempt().id());
        if (live == null) {
            return;
        }
        lives.remove(live);
        fleet.vacate(live.attempt().slot(), live.id());
        Slot slot = fleet.slot(live.attempt().slot());
        if (slot != null) {
            slot.leaveUnknown(live.id());
            review(slot);
        }
    }

    /** The live attempt, if it is the current one of its task. */
    Optional<LiveAttempt> live(TaskId task, AttemptId attempt) {
        return Optional.ofNullable(lives.get(attempt))
                .filter(live -> live.task().id().equals(task));
    }

    /** Offers the slot to the matcher exactly while it can be used (C4, C15). */
    void review(Slot slot) {
        boolean usable = slot.isFree()
                && relays.isUsable(slot.relay())
                && slot.runner().takesTasks()
                && slot.runner().isTrustedWith(slot)
                && fleet.slot(slot.ref()) == slot;
        if (usable) {
            matcher.offer(slot);
        } else {
            matcher.retract(slot);
        }
    }
}
