package io.signalbox.gateway.core.decision;

import io.signalbox.gateway.core.slot.Action.Claim;
import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.Occupant.Announced;
import io.signalbox.gateway.core.slot.Occupant.Claiming;
import io.signalbox.gateway.core.slot.Occupant.Offered;
import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.model.id.AttemptId;
import java.util.Optional;

/** An official agent fetches a job: now its start is claimed (C1), again at each repeat. A job that is not on its slot is refused (C3). */
final class JobFetched {
    private JobFetched() {}

    static Step decide(Slot slot, AttemptId attempt) {
        if (!slot.occupant().is(attempt) || numbersItsSyncs(slot)) {
            return Step.of(slot).refuse(Refusal.JOB, Optional.of(attempt));
        }
        Assignment what = slot.occupant().assignment().orElseThrow();
        boolean unclaimed = slot.occupant() instanceof Announced || slot.occupant() instanceof Offered;
        Step step =
                unclaimed ? Step.of(slot.withOccupant(new Claiming(what, slot.newest(), slot.stop()))) : Step.of(slot);
        return step.then(new Claim(what, slot.newest()));
    }

    /** Ours is given the payload with the answer; a second claim for a sync that it has open would blur which one was meant. */
    private static boolean numbersItsSyncs(Slot slot) {
        return slot.held()
                .filter(held -> held.sync().protocol() == Protocol.OURS)
                .isPresent();
    }
}
