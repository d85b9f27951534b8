package io.signalbox.gateway.core.decision;

import io.signalbox.gateway.core.slot.Action.Free;
import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Occupant.Announced;
import io.signalbox.gateway.core.slot.Occupant.Claiming;
import io.signalbox.gateway.core.slot.Occupant.Given;
import io.signalbox.gateway.core.slot.Occupant.Offered;
import io.signalbox.gateway.core.slot.Occupant.Running;
import io.signalbox.gateway.core.slot.Occupant.Vacant;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent.StopWanted;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.gateway.core.sync.Numbering;
import io.signalbox.model.id.AttemptId;
import java.util.Optional;

/** The scheduler wants an attempt to end: the held sync of a slot that runs it is answered at once, without waiting for its beat (C7). */
final class StopArrived {
    private StopArrived() {}

    static Step decide(Slot slot, StopWanted stop) {
        AttemptId attempt = stop.attempt();
        if (slot.next().filter(it -> it.attempt().equals(attempt)).isPresent()) {
            return Step.of(slot.withoutNext());
        }
        if (!slot.occupant().is(attempt)) {
            return Step.of(slot);
        }
        return switch (slot.occupant()) {
            case Occupant.Unknown _, Vacant _ -> Step.of(slot);
            case Offered _ -> drop(slot, attempt);
            case Announced announced ->
                Step.of(slot.withOccupant(new Announced(announced.what(), announced.at(), Optional.of(stop.cause()))));
            case Claiming claiming ->
                Step.of(slot.withOccupant(new Claiming(claiming.what(), claiming.sync(), Optional.of(stop.cause()))));
            case Given given ->
                tell(Step.of(slot.withOccupant(new Given(given.what(), Optional.of(stop.cause())))), stop);
            case Running running ->
                tell(Step.of(slot.withOccupant(new Running(running.what(), Optional.of(stop.cause())))), stop);
        };
    }

    /** Never given, so it need not be: the scheduler withdraws it. */
    private static Step drop(Slot slot, AttemptId attempt) {
        Step dropped = Step.of(slot.withOccupant(Vacant.after(attempt)));
        Optional<SlotSync> waiting =
                slot.held().filter(held -> !held.isUnnumbered()).map(Held::sync).filter(SlotSync::waits);
        return waiting.isPresent()
                ? dropped.with(new Vacant(Optional.of(attempt), true))
                        .then(new Free(waiting.get().number(), Optional.of(attempt)))
                : dropped;
    }

    private static Step tell(Step step, StopWanted stop) {
        boolean bears = step.slot()
                .held()
                .filter(held -> held.sync().bearsStop()
                        && held.sync().attempt().filter(stop.attempt()::equals).isPresent())
                .isPresent();
        if (bears && step.slot().held().filter(Held::isUnnumbered).isPresent()) {
            return Numbering.hurry(step);
        }
        return bears ? step.answer(new Reply.Stop(stop.attempt(), Optional.of(stop.cause()))) : step;
    }
}
