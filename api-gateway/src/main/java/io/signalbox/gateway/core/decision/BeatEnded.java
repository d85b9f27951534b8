package io.signalbox.gateway.core.decision;

import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.core.slot.Occupant.Unknown;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.gateway.core.sync.Pace;
import java.time.Duration;
import java.util.Optional;

/** A beat is stored or not. Only a stored one lets the runner believe that it was renewed (C7). */
final class BeatEnded {
    private BeatEnded() {}

    static Step decide(Slot slot, SlotEvent.BeatEnded beat) {
        Optional<Held> held = slot.held(beat.sync());
        return switch (beat.outcome()) {
            case STORED -> held.map(it -> stored(slot, it)).orElse(Step.of(slot));
            case FAILED ->
                held.filter(it -> !it.renewed())
                        .map(_ -> Step.of(slot).answer(new Reply.Unavailable()))
                        .orElse(Step.of(slot));
            case OVERTAKEN -> overtaken(slot, beat.sync());
        };
    }

    private static Step stored(Slot slot, Held held) {
        Step renewed = Step.of(slot.withHeld(new Held(held.sync(), true, held.due())));
        return held.due() ? renewed.answer(Pace.usual(held.sync().protocol())) : renewed;
    }

    /** Another gateway has heard the slot since: what this one remembers is outlived (C5). */
    private static Step overtaken(Slot slot, long sync) {
        if (slot.newest() != sync) {
            return Step.of(slot);
        }
        boolean promised = slot.held(sync).filter(it -> !it.renewed()).isPresent();
        return Step.of(slot)
                .answer(promised ? new Reply.Unavailable() : new Reply.Continue(Duration.ZERO))
                .with(new Unknown());
    }
}
