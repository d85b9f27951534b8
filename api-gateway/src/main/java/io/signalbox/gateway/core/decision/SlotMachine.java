package io.signalbox.gateway.core.decision;

import io.signalbox.gateway.core.slot.Action;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.gateway.core.sync.SyncArrived;

/** The slot's state machine: leads each event to the decision about it. */
public final class SlotMachine {
    private SlotMachine() {}

    /**
     * Decides.
     *
     * @param now on the relay's monotonic clock, in nanoseconds
     */
    public static Step decide(Slot slot, SlotEvent event, long now) {
        Step step = switch (event) {
            case SlotEvent.Synced synced -> SyncArrived.decide(slot, synced.sync(), now);
            case SlotEvent.Assigned assigned -> AssignmentArrived.decide(slot, assigned.what(), now);
            case SlotEvent.StopWanted stop -> StopArrived.decide(slot, stop);
            case SlotEvent.Fetched fetched -> JobFetched.decide(slot, fetched.attempt());
            case SlotEvent.Claimed claimed -> ClaimEnded.decide(slot, claimed, now);
            case SlotEvent.LookedUp lookedUp -> LookUpEnded.decide(slot, lookedUp, now);
            case SlotEvent.Recorded recorded -> RecordRead.decide(slot, recorded);
            case SlotEvent.LookUpFailed failed -> LookUpEnded.fail(slot, failed);
            case SlotEvent.BeatEnded beat -> BeatEnded.decide(slot, beat, now);
            case SlotEvent.FinishEnded finish -> FinishEnded.decide(slot, finish);
            case SlotEvent.HoldEnded hold -> HoldEnded.decide(slot, hold.sync());
            case SlotEvent.Nudged _ -> HoldEnded.nudge(slot);
            case SlotEvent.Ended _ -> HoldEnded.end(slot);
        };
        boolean answered = step.actions().stream().anyMatch(Action.Answer.class::isInstance);
        return answered ? step.with(step.slot().withContact(now)) : step;
    }
}
