package io.signalbox.gateway.core.decision;

import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Occupant.Offered;
import io.signalbox.gateway.core.slot.Occupant.Running;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.gateway.core.sync.Pace;
import io.signalbox.gateway.core.sync.SyncArrived;
import java.util.Optional;

/** The scheduler assigned an attempt. It is given on the held sync, or kept for the next one, or until the one before has ended (C1). */
final class AssignmentArrived {
    private AssignmentArrived() {}

    static Step decide(Slot slot, Assignment what, long now) {
        if (slot.occupant().is(what.attempt())) {
            return Step.of(slot);
        }
        return switch (slot.occupant()) {
            case Occupant.Vacant _, Offered _ -> offer(slot, what, now);
            case Occupant.Unknown _, Occupant.Announced _, Occupant.Claiming _, Occupant.Given _, Occupant.Running _ ->
                Step.of(slot.withNext(what));
        };
    }

    private static Step offer(Slot slot, Assignment what, long now) {
        if (isNamed(slot, what)) {
            return Step.of(slot.withOccupant(new Running(what, Optional.empty())));
        }
        Step offered = Step.of(slot.withOccupant(new Offered(what)));
        Optional<Held> waiting = slot.held().filter(held -> held.sync().waits());
        if (waiting.isEmpty()) {
            return offered;
        }
        return waiting.get().mustAskAnew() ? offered.answer(Pace.anew()) : SyncArrived.again(offered, now);
    }

    /** It was given before, and this relay had not known it: the sync that is held shows that the runner has it. */
    private static boolean isNamed(Slot slot, Assignment what) {
        return slot.held()
                .flatMap(held -> held.sync().attempt())
                .filter(what.attempt()::equals)
                .isPresent();
    }
}
