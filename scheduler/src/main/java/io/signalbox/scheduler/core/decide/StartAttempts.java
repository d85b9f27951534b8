package io.signalbox.scheduler.core.decide;

import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.draft.Draft;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.runner.Protocol;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.Report.StartClaimed;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.TaskStatus.Assigned;
import io.signalbox.scheduler.core.task.TaskStatus.Running;
import io.signalbox.scheduler.core.task.Trigger;
import java.time.Duration;
import java.time.Instant;

/** The start of an attempt was claimed: the task runs, its lease begins, its time-out is watched. */
final class StartAttempts {
    /** Our runner ends the attempt at its time-out itself; the scheduler is the second line, and the first for official agents. */
    private static final Duration OVERRUN = Duration.ofSeconds(15);

    private final Memory memory;

    StartAttempts(Memory memory) {
        this.memory = memory;
    }

    /**
     * A claim was read, for the first time or with a higher sync number (C1). What an earlier registration of the runner counted says
     * nothing about the numbers of this one.
     */
    void claimed(Batch batch, LiveAttempt live, StartClaimed claim) {
        live.claimed(claim.sync());
        Slot slot = memory.fleet.slot(live.attempt().slot());
        Runner runner = memory.fleet.runner(live.attempt().slot().runner());
        if (slot != null && runner != null && runner.generation().equals(claim.generation())) {
            slot.givenAt(claim.sync());
            memory.review(slot);
        }
        running(batch, live);
    }

    /** The attempt runs, if it did not before. */
    Running running(Batch batch, LiveAttempt live) {
        TaskEntry task = live.task();
        return switch (task.status()) {
            case Running running -> running;
            case Assigned assigned -> start(batch, live, assigned);
            case TaskStatus.Queued queued -> throw notLive(live, queued);
            case TaskStatus.Ended ended -> throw notLive(live, ended);
        };
    }

    /** Looks at a running attempt when it overruns its time-out, by the store's clock (C22). */
    void watchTimeout(TaskEntry task, Running running) {
        Instant late = running.startedAt().plus(task.terms().timeout()).plus(patience(running));
        memory.deadlines.set(task, late.toEpochMilli());
    }

    private Duration patience(Running running) {
        Runner runner = memory.fleet.runner(running.attempt().slot().runner());
        return runner != null && runner.protocol() == Protocol.OFFICIAL ? Duration.ZERO : OVERRUN;
    }

    private Running start(Batch batch, LiveAttempt live, Assigned assigned) {
        TaskEntry task = live.task();
        Instant at = batch.now().stamp();
        long waited = at.toEpochMilli() - task.readyAt();
        Running running = new Running(assigned.attempt(), at, assigned.stop());
        Draft draft = batch.draft(task);
        draft.move(Trigger.CLAIM, running, at);
        draft.want(new Effect.PickedUp(assigned.attempt().pool(), Duration.ofMillis(Math.max(0, waited))));
        live.begin(memory.lease.millis());
        watchTimeout(task, running);
        if (running.stop() == null) {
            memory.lives.lookAway(live);
        } else {
            memory.lives.lookAt(live, batch.now().monotonicMillis());
        }
        return running;
    }

    private static IllegalStateException notLive(LiveAttempt live, TaskStatus found) {
        return new IllegalStateException("attempt " + live.id() + " is remembered as live, but its task is " + found);
    }
}
