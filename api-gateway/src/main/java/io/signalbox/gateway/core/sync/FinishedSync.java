package io.signalbox.gateway.core.sync;

import io.signalbox.gateway.core.slot.Action.Finish;
import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.Occupant.Running;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.model.id.AttemptId;
import java.util.Optional;

/**
 * A slot reports the end of an attempt. It is recorded, however often it comes and whatever else is on the slot meanwhile: whether it
 * counts is the scheduler's to say (C11). Until it is recorded the attempt is on the slot, and shown there: a scheduler that heard of a later
 * sync than the claim's, naming nothing, would take for granted that the attempt never reached its runner.
 */
final class FinishedSync {
    private FinishedSync() {}

    static Step decide(Step step, SlotSync sync) {
        if (sync.attempt().isEmpty()) {
            return step.answer(new Reply.Acknowledge());
        }
        AttemptId attempt = sync.attempt().get();
        Optional<Assignment> known =
                step.slot().occupant().assignment().filter(it -> it.attempt().equals(attempt));
        Step had = known.map(what -> step.with(new Running(what, step.slot().stop())))
                .orElse(step);
        return had.then(new Finish(attempt, known, sync.number()));
    }
}
