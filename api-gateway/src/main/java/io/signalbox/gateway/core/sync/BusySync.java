package io.signalbox.gateway.core.sync;

import io.signalbox.gateway.core.slot.Action.Beat;
import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.Occupant.Running;
import io.signalbox.gateway.core.slot.Occupant.Vacant;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.task.ReasonCode;
import java.util.Optional;

/**
 * A slot is at work. Its beat is stored before it is told to go on (C7); a stop is told at once; work on an attempt that is not
 * current any more is stopped (C3, C11).
 */
final class BusySync {
    private BusySync() {}

    static Step decide(Step step, SlotSync sync) {
        if (sync.attempt().isEmpty()) {
            return beat(step, sync, Optional.empty(), false).answer(Pace.usual(sync.protocol()));
        }
        AttemptId attempt = sync.attempt().get();
        if (step.slot().occupant().is(attempt)) {
            return current(
                    step,
                    sync,
                    step.slot().occupant().assignment().orElseThrow(),
                    step.slot().stop());
        }
        Optional<Assignment> next = step.slot().next().filter(it -> it.attempt().equals(attempt));
        if (step.slot().occupant() instanceof Vacant && next.isPresent()) {
            return current(step.with(step.slot().withoutNext()), sync, next.get(), Optional.empty());
        }
        return outlived(step, sync, attempt);
    }

    private static Step current(Step step, SlotSync sync, Assignment what, Optional<ReasonCode> stop) {
        Step running = step.with(new Running(what, stop));
        Optional<AttemptId> attempt = Optional.of(what.attempt());
        return stop.isPresent() && sync.bearsStop()
                ? beat(running, sync, attempt, false).answer(new Reply.Stop(what.attempt(), stop))
                : beat(running, sync, attempt, true);
    }

    private static Step outlived(Step step, SlotSync sync, AttemptId attempt) {
        Step refused = step.refuse(Refusal.OUTLIVED_SYNC, Optional.of(attempt));
        return sync.bearsStop()
                ? beat(refused, sync, Optional.of(attempt), false).answer(new Reply.Stop(attempt, Optional.empty()))
                : beat(refused, sync, Optional.of(attempt), true);
    }

    private static Step beat(Step step, SlotSync sync, Optional<AttemptId> attempt, boolean awaited) {
        return step.then(new Beat(sync.number(), attempt, awaited));
    }
}
