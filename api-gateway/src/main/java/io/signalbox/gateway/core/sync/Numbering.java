package io.signalbox.gateway.core.sync;

import io.signalbox.gateway.core.slot.Action;
import io.signalbox.gateway.core.slot.Action.Haste;
import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.SlotSync.Interruption;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.model.id.AttemptId;
import java.util.Optional;

/**
 * Numbers of official agents' syncs. The agents send none, so the relay counts, and a sync is decided only once its number stands in the
 * store as the next one: then no other gateway has served the slot in between, and of two that alternate only one acts on a sync (C5).
 */
public final class Numbering {
    private Numbering() {}

    /** Has the number of a sync stored, before anything is decided about it. */
    public static Step begin(Step step, SlotSync sync) {
        Optional<AttemptId> named = sync.waits() ? Optional.empty() : sync.attempt();
        Haste haste = isQuiet(step.slot(), sync) ? Haste.SOON : Haste.NOW;
        return step.then(new Action.TakeNumber(sync.number(), named, haste));
    }

    /** Something came to be told meanwhile. */
    public static Step hurry(Step step) {
        return step.then(new Action.Hurry());
    }

    /** Whether the answer will be that there is nothing to do: it can wait for the beats of other slots. */
    private static boolean isQuiet(Slot slot, SlotSync sync) {
        return switch (sync.state()) {
            case WAITING_FOR_JOBS ->
                slot.occupant() instanceof Occupant.Vacant
                        && slot.next().isEmpty()
                        && sync.leave().isEmpty();
            case STARTING_JOB, RUNNING_JOB, STOPPING_JOB ->
                slot.stop().isEmpty()
                        && sync.interruption() != Interruption.DUE
                        && sync.attempt().filter(slot.occupant()::is).isPresent();
            case FINISHED_JOB -> false;
        };
    }
}
