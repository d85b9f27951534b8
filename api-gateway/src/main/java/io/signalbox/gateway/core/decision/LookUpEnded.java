package io.signalbox.gateway.core.decision;

import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Occupant.Given;
import io.signalbox.gateway.core.slot.Occupant.Offered;
import io.signalbox.gateway.core.slot.Occupant.Unknown;
import io.signalbox.gateway.core.slot.Occupant.Vacant;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent.LookUpFailed;
import io.signalbox.gateway.core.slot.SlotEvent.LookedUp;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.gateway.core.sync.SyncArrived;
import java.util.Optional;

/** The store said what is on a slot that another gateway may have served: this one acts on it, pending stop included (C5). */
final class LookUpEnded {
    private LookUpEnded() {}

    static Step decide(Slot slot, LookedUp lookedUp, long now) {
        if (!(slot.occupant() instanceof Unknown) || slot.held(lookedUp.sync()).isEmpty()) {
            return Step.of(slot);
        }
        Step known = Step.of(withoutDouble(slot, lookedUp.live()).withOccupant(occupant(lookedUp)));
        return SyncArrived.again(known, now);
    }

    static Step fail(Slot slot, LookUpFailed failed) {
        return slot.held(failed.sync()).isPresent() && slot.occupant() instanceof Unknown
                ? Step.of(slot).answer(new Reply.Unavailable())
                : Step.of(slot);
    }

    private static Occupant occupant(LookedUp lookedUp) {
        if (lookedUp.live().isEmpty()) {
            return new Vacant(Optional.empty(), false);
        }
        Assignment live = lookedUp.live().get();
        return lookedUp.stop().isPresent() ? new Given(live, lookedUp.stop()) : new Offered(live);
    }

    private static Slot withoutDouble(Slot slot, Optional<Assignment> live) {
        boolean same = live.isPresent() && slot.next().equals(live);
        return same ? slot.withoutNext() : slot;
    }
}
