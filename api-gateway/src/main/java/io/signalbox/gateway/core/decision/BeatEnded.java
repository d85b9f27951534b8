package io.signalbox.gateway.core.decision;

import io.signalbox.gateway.core.slot.Action.ReadRecord;
import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.core.slot.Occupant.Unknown;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.gateway.core.sync.Pace;
import io.signalbox.gateway.core.sync.SyncArrived;
import java.time.Duration;
import java.util.Optional;

/** A beat is stored or not. Only a stored one lets the runner believe that it was renewed (C7). */
final class BeatEnded {
    private BeatEnded() {}

    static Step decide(Slot slot, SlotEvent.BeatEnded beat, long now) {
        Optional<Held> held = slot.held(beat.sync());
        return switch (beat.outcome()) {
            case STORED -> held.map(it -> stored(slot, it, now)).orElse(Step.of(slot));
            case FAILED ->
                held.filter(it -> !it.renewed()).map(it -> failed(slot, it)).orElse(Step.of(slot));
            case OVERTAKEN -> overtaken(slot, beat.sync());
        };
    }

    private static Step stored(Slot slot, Held held, long now) {
        Step renewed = Step.of(slot.withHeld(new Held(held.sync(), held.at(), true, held.due())));
        if (held.isUnnumbered()) {
            return slot.occupant() instanceof Unknown ? Step.of(slot) : SyncArrived.again(renewed, now);
        }
        return held.due() ? renewed.answer(Pace.after(held.sync())) : renewed;
    }

    /** An official agent's number may stand or not: the store has to say (C23). */
    private static Step failed(Slot slot, Held held) {
        Step step = Step.of(slot).answer(new Reply.Unavailable());
        return held.isUnnumbered() ? step.with(new Unknown()) : step;
    }

    /** Another gateway has heard the slot since: what this one remembers is outlived (C5). */
    private static Step overtaken(Slot slot, long sync) {
        if (slot.newest() != sync) {
            return Step.of(slot);
        }
        if (slot.held(sync).filter(Held::isUnnumbered).isPresent()) {
            return slot.occupant() instanceof Unknown
                    ? Step.of(slot)
                    : Step.of(slot.withOccupant(new Unknown())).then(new ReadRecord(sync));
        }
        boolean promised = slot.held(sync).filter(it -> !it.renewed()).isPresent();
        return Step.of(slot)
                .answer(promised ? new Reply.Unavailable() : new Reply.Continue(Duration.ZERO))
                .with(new Unknown());
    }
}
