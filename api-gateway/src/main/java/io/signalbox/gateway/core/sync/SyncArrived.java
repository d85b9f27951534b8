package io.signalbox.gateway.core.sync;

import io.signalbox.gateway.core.slot.Action.Answer;
import io.signalbox.gateway.core.slot.Action.LookUp;
import io.signalbox.gateway.core.slot.Action.ReadRecord;
import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.core.slot.Occupant.Unknown;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.Step;
import java.time.Duration;

/**
 * A slot synced. An older sync than the newest is dead (C1); a newer one ends the one that is held; one that another gateway may
 * have come before waits until the store has said what is on the slot (C5).
 */
public final class SyncArrived {
    private static final Reply DEAD = new Reply.Continue(Duration.ZERO);

    private SyncArrived() {}

    /** Decides about a sync that has just come. */
    public static Step decide(Slot slot, SlotSync sync, long now) {
        if (sync.number() <= slot.newest()) {
            return Step.of(slot).then(new Answer(sync.number(), DEAD)).refuse(Refusal.STALE_SYNC, sync.attempt());
        }
        boolean follows = slot.followedBy(sync, now);
        Step newest = Step.of(slot).answer(givenUp(slot));
        newest = newest.with(newest.slot().withNewest(sync, now));
        return switch (sync.protocol()) {
            case OURS ->
                follows
                        ? decideNewest(newest, sync, now)
                        : newest.with(new Unknown()).then(new LookUp(sync.number(), sync.attempt()));
            case OFFICIAL ->
                follows
                        ? Numbering.begin(newest, sync)
                        : newest.with(new Unknown()).then(new ReadRecord(sync.number()));
        };
    }

    /** What a sync gets that was given up: never a renewal that is not stored (C7). */
    private static Reply givenUp(Slot slot) {
        return slot.held().filter(held -> !held.renewed()).isPresent() ? new Reply.Unavailable() : DEAD;
    }

    /** What is on the slot is known, and this sync is held. */
    static Step decideNewest(Step step, SlotSync sync, long now) {
        if (step.slot().held().filter(Held::isUnnumbered).isPresent()) {
            return Numbering.hurry(step);
        }
        return switch (sync.state()) {
            case WAITING_FOR_JOBS -> WaitingSync.decide(step, sync, now);
            case STARTING_JOB, RUNNING_JOB, STOPPING_JOB -> BusySync.decide(step, sync);
            case FINISHED_JOB -> FinishedSync.decide(step, sync);
        };
    }

    /** Decides again about the sync that is held, now that something has changed; does nothing where none is. */
    public static Step again(Step step, long now) {
        return step.slot()
                .held()
                .map(held -> decideNewest(step, held.sync(), now))
                .orElse(step);
    }
}
