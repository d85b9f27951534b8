package io.signalbox.gateway.core.decision;

import io.signalbox.gateway.core.slot.Action;
import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Occupant.Given;
import io.signalbox.gateway.core.slot.Occupant.Offered;
import io.signalbox.gateway.core.slot.Occupant.Unknown;
import io.signalbox.gateway.core.slot.Occupant.Vacant;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent.Recorded;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.gateway.core.sync.Numbering;
import io.signalbox.gateway.core.sync.Pace;
import java.util.Optional;

/**
 * The store said what it knows of an official agent's slot that another gateway may have served (C5). An agent that waits may still have
 * the other gateway's {@code run-job} on its way: it is let go on for 2 s, and gets nothing before (C2). Its sync is not counted, so that
 * of two gateways that take turns the one which served it last goes on. A sync of an agent at work gets the next number.
 */
final class RecordRead {
    private RecordRead() {}

    static Step decide(Slot slot, Recorded recorded) {
        Optional<Held> held = slot.held(recorded.sync());
        if (!(slot.occupant() instanceof Unknown) || held.isEmpty()) {
            return Step.of(slot);
        }
        SlotSync sync = held.get().sync();
        Slot known = withoutDouble(slot, recorded).withOccupant(occupant(recorded));
        return sync.waits()
                ? Step.of(known.withStored(recorded.newest())).answer(Pace.cautious(sync.protocol()))
                : renumbered(known, held.get(), recorded.newest() + 1);
    }

    private static Step renumbered(Slot slot, Held held, long number) {
        SlotSync sync = held.sync().withNumber(number);
        Slot counted = slot.withStored(number).withHeld(new Held(sync, held.at(), false, held.due()));
        return Numbering.begin(
                Step.of(counted).then(new Action.Renumber(held.sync().number(), number)), sync);
    }

    private static Occupant occupant(Recorded recorded) {
        return recorded.live()
                .<Occupant>map(live -> recorded.claimed() || recorded.stop().isPresent()
                        ? new Given(live, recorded.stop())
                        : new Offered(live))
                .orElseGet(() -> new Vacant(Optional.empty(), false));
    }

    private static Slot withoutDouble(Slot slot, Recorded recorded) {
        boolean same = recorded.live().isPresent() && slot.next().equals(recorded.live());
        return same ? slot.withoutNext() : slot;
    }
}
