package io.signalbox.gateway.core.sync;

import io.signalbox.gateway.core.slot.Action.Beat;
import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.Occupant.Running;
import io.signalbox.gateway.core.slot.Occupant.Vacant;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.SlotSync.Interruption;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.task.ReasonCode;
import java.util.Optional;

/**
 * A slot is at work. Its beat is stored before it is told to go on (C7); a stop is told at once; work on an attempt that is not
 * current any more is stopped (C3, C11). The stored number of an official agent's sync is its beat.
 */
final class BusySync {
    private BusySync() {}

    static Step decide(Step step, SlotSync sync) {
        if (sync.attempt().isEmpty()) {
            return told(step, sync, Optional.empty(), Pace.usual(sync.protocol()));
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
        boolean ends = stop.isPresent() || sync.interruption() == Interruption.DUE;
        return ends && sync.bearsStop()
                ? told(running, sync, attempt, new Reply.Stop(what.attempt(), stop))
                : renewed(running, sync, attempt);
    }

    private static Step outlived(Step step, SlotSync sync, AttemptId attempt) {
        Step refused = step.refuse(Refusal.OUTLIVED_SYNC, Optional.of(attempt));
        return sync.bearsStop()
                ? told(refused, sync, Optional.of(attempt), new Reply.Stop(attempt, Optional.empty()))
                : renewed(refused, sync, Optional.of(attempt));
    }

    private static Step told(Step step, SlotSync sync, Optional<AttemptId> attempt, Reply reply) {
        return switch (sync.protocol()) {
            case OURS -> step.then(new Beat(sync.number(), attempt, false)).answer(reply);
            case OFFICIAL -> step.answer(reply);
        };
    }

    private static Step renewed(Step step, SlotSync sync, Optional<AttemptId> attempt) {
        return switch (sync.protocol()) {
            case OURS -> step.then(new Beat(sync.number(), attempt, true));
            case OFFICIAL -> step.answer(Pace.usual(sync.protocol()));
        };
    }
}
