package io.signalbox.gateway.core.decision;

import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Occupant.Vacant;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.gateway.core.sync.Pace;
import io.signalbox.model.relay.AgentState;

/** A sync has been held long enough: it is answered as soon as nothing that will answer it is under way. */
final class HoldEnded {
    private HoldEnded() {}

    static Step decide(Slot slot, long sync) {
        return slot.held(sync).map(held -> due(slot, held)).orElse(Step.of(slot));
    }

    /** Lets an idle slot sync anew; an official agent's as soon as its number is stored. */
    static Step nudge(Slot slot) {
        return slot.held()
                .filter(held -> held.sync().waits() && slot.occupant() instanceof Vacant)
                .map(held -> due(slot, held))
                .orElse(Step.of(slot));
    }

    /** Whoever still asks hears with the next sync what has become of the session. */
    static Step end(Slot slot) {
        return nudge(slot).answer(new Reply.Unavailable()).with(new Occupant.Unknown());
    }

    private static Step due(Slot slot, Held held) {
        boolean answerable = held.renewed() && !answerIsComing(slot, held);
        return answerable
                ? Step.of(slot).answer(Pace.usual(held.sync().protocol()))
                : Step.of(slot.withHeld(held.asDue()));
    }

    private static boolean answerIsComing(Slot slot, Held held) {
        return held.sync().state() == AgentState.FINISHED_JOB
                || slot.occupant() instanceof Occupant.Unknown
                || slot.occupant() instanceof Occupant.Claiming;
    }
}
