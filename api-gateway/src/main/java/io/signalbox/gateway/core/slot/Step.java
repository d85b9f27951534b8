package io.signalbox.gateway.core.slot;

import io.signalbox.gateway.core.slot.Action.Answer;
import io.signalbox.model.id.AttemptId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a decision comes to.
 *
 * @param slot as it is from now on
 * @param actions what is to be done, in this order
 */
public record Step(Slot slot, List<Action> actions) {

    /** Nothing but this. */
    public static Step of(Slot slot) {
        return new Step(slot, List.of());
    }

    public Step then(Action action) {
        return new Step(slot, Stream.concat(actions.stream(), Stream.of(action)).toList());
    }

    public Step with(Slot changed) {
        return new Step(changed, actions);
    }

    public Step with(Occupant occupant) {
        return with(slot.withOccupant(occupant));
    }

    /** Answers the sync that has no answer yet, if there is one. */
    public Step answer(Reply reply) {
        return slot.held()
                .map(held ->
                        with(slot.withoutHeld()).then(new Answer(held.sync().number(), reply)))
                .orElse(this);
    }

    /** Counts something that was refused. */
    public Step refuse(Refusal refusal, Optional<AttemptId> attempt) {
        return then(new Action.Refuse(refusal, attempt));
    }
}
