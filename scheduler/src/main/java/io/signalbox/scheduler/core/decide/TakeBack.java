package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.RelayCommand.StopTask;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.Stop;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.TaskStatus.Assigned;
import io.signalbox.scheduler.core.task.TaskStatus.Live;
import io.signalbox.scheduler.core.task.TaskStatus.Running;
import io.signalbox.scheduler.core.task.Trigger;
import java.time.Instant;

/**
 * Takes back what was given: an assignment that does not start, by a withdrawal (C1), and an attempt that must end, by a stop, repeated
 * until it ends (C12).
 */
final class TakeBack {
    private static final long START_WITHIN_MILLIS = 10_000;
    private static final long REPEAT_MILLIS = 5_000;

    private final Memory memory;

    TakeBack(Memory memory) {
        this.memory = memory;
    }

    /** The assignment was published just now: it is withdrawn when it has not started in ten seconds (C1). */
    void unlessStarted(Batch batch, LiveAttempt live) {
        memory.lives.lookAt(live, batch.now().monotonicMillis() + START_WITHIN_MILLIS);
    }

    /** The moment has come to withdraw it, or to say once more that it must stop. */
    void due(Batch batch, LiveAttempt live) {
        Live status = live.task().live();
        switch (status) {
            case Assigned assigned -> withdraw(batch, live);
            case Running running when running.stop() != null -> stop(batch, live, running);
            case Running running -> memory.lives.lookAway(live);
            case null -> memory.lives.lookAway(live);
        }
    }

    /** Withdraws an assignment that was not seen to start. The answer decides; it is asked again until one comes. */
    void withdraw(Batch batch, LiveAttempt live) {
        if (live.task().status() instanceof Assigned
                && !live.isBeingAsked(batch.now().monotonicMillis())) {
            live.asked(batch.now().monotonicMillis());
            batch.want(new Effect.Withdraw(live.task().id(), live.id(), null));
        }
        memory.lives.lookAt(live, batch.now().monotonicMillis() + REPEAT_MILLIS);
    }

    /** Withdraws an attempt whose claim stands although a later sync shows that the runner never got it (C1). */
    void withdrawClaimed(Batch batch, LiveAttempt live) {
        batch.want(new Effect.Withdraw(live.task().id(), live.id(), live.claimedSync()));
    }

    /** It runs longer than its runner should let it: the second line (C22 decides when). */
    void overrun(Batch batch, TaskEntry task, Running running) {
        LiveAttempt live = memory.lives.get(running.attempt().id());
        if (running.stop() == null && live != null) {
            Instant at = batch.now().stamp();
            Running stopped = new Running(running.attempt(), running.startedAt(), Stop.timeout(at));
            batch.draft(task).move(Trigger.OVERRUN, stopped, at);
            memory.lives.lookAt(live, batch.now().monotonicMillis());
        }
    }

    /** Says that it must stop, and repeats it. */
    void stop(Batch batch, LiveAttempt live, Running running) {
        Stop stop = running.stop();
        if (stop != null) {
            live.toldToStop(memory.lease.millis());
            batch.want(new Effect.PublishStop(
                    relayOf(live),
                    new StopTask.Stop(
                            live.task().id(), live.id(), live.attempt().slot(), stop.cause())));
            memory.lives.lookAt(live, batch.now().monotonicMillis() + REPEAT_MILLIS);
        }
    }

    /** It was lost and beats again: its relay knows it from before, and renews what it does not read about (C11). */
    void stopOutlived(Batch batch, LiveAttempt lost) {
        batch.want(new Effect.PublishStop(
                relayOf(lost),
                new StopTask.Stop(lost.task().id(), lost.id(), lost.attempt().slot(), ReasonCode.RUNNER_LOST)));
    }

    /** The broker returned the assignment: its relay is not used until it is heard of again. */
    void undeliverable(Batch batch, LiveAttempt live) {
        memory.relays.returned(relayOf(live));
        memory.fleet.runners().forEach(runner -> runner.slots().forEach(memory::review));
        withdraw(batch, live);
    }

    /** Publishes an attempt once more that was started and that its slot does not know (C4). */
    void publishAgain(Batch batch, LiveAttempt live) {
        TaskStatus.Live status = live.task().live();
        if (status != null) {
            batch.want(AssignSlots.publication(live.task(), status.attempt(), relayOf(live)));
        }
    }

    /** The gateway that holds the slot now, as far as known. */
    RelayId relayOf(LiveAttempt live) {
        Slot slot = memory.fleet.slot(live.attempt().slot());
        RelayId now = slot == null ? null : slot.relay();
        return now == null ? live.attempt().relay() : now;
    }
}
