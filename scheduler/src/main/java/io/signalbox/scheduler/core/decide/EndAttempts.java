package io.signalbox.scheduler.core.decide;

import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.draft.Draft;
import io.signalbox.scheduler.core.judge.JudgeRunners;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.retry.AttemptEnd;
import io.signalbox.scheduler.core.retry.NextStatus;
import io.signalbox.scheduler.core.runner.Protocol;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.EndedAttempt;
import io.signalbox.scheduler.core.task.Report.Finished;
import io.signalbox.scheduler.core.task.Stop;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.TaskStatus.Running;
import io.signalbox.scheduler.core.task.Trigger;
import java.time.Duration;
import java.time.Instant;

/**
 * An attempt ends: it finished, was lost, or was taken back before it ran. Its slot is given back, the fence grows (C18), and the task ends
 * or waits again.
 */
final class EndAttempts {
    private final Memory memory;
    private final AwaitSlots awaitSlots;
    private final StartAttempts startAttempts;
    private final JudgeRunners judgeRunners;

    EndAttempts(Memory memory, AwaitSlots awaitSlots, StartAttempts startAttempts) {
        this.judgeRunners = new JudgeRunners(memory.fleet, memory::review);
        this.memory = memory;
        this.awaitSlots = awaitSlots;
        this.startAttempts = startAttempts;
    }

    /** Its runner reported the end, which implies that it started (C18). */
    void finish(Batch batch, LiveAttempt live, Finished report) {
        Running running = startAttempts.running(batch, live);
        AttemptEnd end = AttemptEnd.of(report, running.stop());
        Trigger trigger = end.state() == TaskState.LOST ? Trigger.LOSE : Trigger.FINISH;
        close(batch, live, running, trigger, end);
        consume(batch, live, report.id());
        measure(live, end, batch.now().stamp());
        batch.draft(live.task())
                .want(new Effect.Ran(
                        running.attempt().pool(),
                        Duration.between(running.startedAt(), batch.now().stamp())));
    }

    /** What was cut short says nothing about how long such tasks take. */
    private void measure(LiveAttempt live, AttemptEnd end, Instant at) {
        if (end.state() != TaskState.LOST && end.state() != TaskState.CANCELED) {
            long took = Duration.between(live.attempt().assignedAt(), at).toMillis();
            memory.durations.measure(live.task().terms(), took);
        }
    }

    /** Nothing more will be heard of it (C6, C8); {@code signs} say what its machine was short of. A lost process may still run: beats that name it are watched on (C9). */
    void lose(Batch batch, LiveAttempt live, Running running, ReasonCode cause, String signs) {
        String message = "runner " + running.attempt().runnerName() + ": " + messageOf(cause) + "; " + signs;
        Runner runner = memory.fleet.runner(running.attempt().slot().runner());
        boolean official = runner != null && runner.protocol() == Protocol.OFFICIAL;
        if (official && cause == ReasonCode.RUNNER_LOST) {
            live.lostByOfficialAgent();
            close(batch, live, running, Trigger.LOSE, AttemptEnd.outOfContact(cause, message));
        } else {
            close(batch, live, running, Trigger.LOSE, AttemptEnd.lost(cause, message));
        }
        if (memory.tasks.containsKey(live.task().id())) {
            live.begin(memory.lease.millis());
            memory.outlived.add(live);
        }
    }

    /** It does not heed its stop: the task ends, and the slot is set aside until its runner says that it is idle (C13). */
    void abandon(Batch batch, LiveAttempt live, Running running, Stop stop) {
        Attempt attempt = running.attempt();
        close(batch, live, running, Trigger.ABANDON, AttemptEnd.unconfirmed(stop, attempt.runnerName()));
        batch.draft(live.task())
                .want(new Effect.SlotSetAside(
                        attempt.slot(),
                        attempt.runnerName(),
                        attempt.pool(),
                        attempt.generation(),
                        live.task().id(),
                        live.id()));
    }

    /** It was taken back and never ran: it does not count as a try (C1). */
    void withdraw(Batch batch, LiveAttempt live) {
        TaskEntry task = live.task();
        TaskStatus.Live status = task.live();
        if (status == null) {
            return;
        }
        boolean canceled = status.stop() != null && status.stop().cause() == ReasonCode.CANCEL_REQUESTED;
        Draft draft = batch.draft(task);
        consume(batch, live, ReportId.start(live.id()));
        task.raiseFence();
        draft.move(
                Trigger.WITHDRAW,
                canceled ? canceled(batch) : queuedAgain(task, status),
                batch.now().stamp());
        memory.lives.remove(live);
        Slot slot = memory.fleet.slot(live.attempt().slot());
        if (slot != null) {
            slot.withdrawn(live.id());
            memory.review(slot);
        }
        memory.fleet.vacate(live.attempt().slot(), live.id());
        awaitSlots.settle(batch, task);
    }

    private void close(Batch batch, LiveAttempt live, Running running, Trigger trigger, AttemptEnd end) {
        TaskEntry task = live.task();
        Instant at = batch.now().stamp();
        TaskStatus next = NextStatus.after(end, task, live.id(), at);
        Draft draft = batch.draft(task);
        consume(batch, live, ReportId.start(live.id()));
        draft.end(new EndedAttempt(
                running.attempt(),
                running.startedAt(),
                at,
                end.state(),
                end.reason(),
                end.exitCode(),
                end.isReported()));
        task.raiseFence();
        draft.move(trigger, next, at);
        if (end.state() == TaskState.LOST) {
            draft.want(new Effect.Lost(running.attempt().pool()));
        }
        memory.lives.remove(live);
        giveBack(live);
        judgeRunners.by(batch, running, task, end.state());
        awaitSlots.settle(batch, task);
    }

    /** The report may go once this write is stored; until then it does not count again. */
    private void consume(Batch batch, LiveAttempt live, ReportId report) {
        batch.draft(live.task()).consume(report);
        memory.consumed.remember(report, live.id(), batch.now().monotonicMillis());
    }

    private void giveBack(LiveAttempt live) {
        Slot slot = memory.fleet.slot(live.attempt().slot());
        memory.fleet.vacate(live.attempt().slot(), live.id());
        if (slot == null) {
            return;
        }
        if (live.isClaimKnown()) {
            slot.leave(live.id());
        } else {
            slot.leaveUnknown(live.id());
        }
        memory.review(slot);
    }

    private static TaskStatus canceled(Batch batch) {
        return new TaskStatus.Ended(
                TaskState.CANCELED, AttemptEnd.canceled(), null, batch.now().stamp());
    }

    /** Attempts that never started do not reset the queue time-out. */
    private static TaskStatus queuedAgain(TaskEntry task, TaskStatus.Live status) {
        return task.tries() == 0
                ? TaskStatus.Queued.AT_ONCE
                : new TaskStatus.Queued(status.attempt().assignedAt());
    }

    private static String messageOf(ReasonCode cause) {
        return switch (cause) {
            case RUNNER_RESTARTED -> "registered anew and does not know the attempt";
            case RUNNER_DISCONNECTED -> "said goodbye while the attempt was live";
            default -> "was silent for longer than the task allows";
        };
    }
}
