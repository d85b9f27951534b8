package io.signalbox.gateway.core.decision;

import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.core.slot.Occupant.Unknown;
import io.signalbox.gateway.core.slot.Occupant.Vacant;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.model.relay.AgentState;
import java.util.Optional;

/** The end of an attempt is recorded, or not; only then may the runner forget it. A repeat gets the same answer. */
final class FinishEnded {
    private FinishEnded() {}

    static Step decide(Slot slot, SlotEvent.FinishEnded finish) {
        Step step = finish.recorded() && slot.occupant().is(finish.attempt())
                ? Step.of(slot.withOccupant(Vacant.after(finish.attempt())))
                : Step.of(slot);
        Optional<Held> asking = slot.held()
                .filter(held -> held.sync().state() == AgentState.FINISHED_JOB
                        && held.sync()
                                .attempt()
                                .filter(finish.attempt()::equals)
                                .isPresent());
        if (asking.isEmpty() || slot.occupant() instanceof Unknown) {
            return step;
        }
        return step.answer(finish.recorded() ? acknowledgement(asking.get()) : new Reply.Unavailable());
    }

    private static Reply acknowledgement(Held held) {
        return held.sync().leave().<Reply>map(Reply.Leave::new).orElseGet(Reply.Acknowledge::new);
    }
}
