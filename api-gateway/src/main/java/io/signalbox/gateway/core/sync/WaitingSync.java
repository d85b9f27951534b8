package io.signalbox.gateway.core.sync;

import io.signalbox.gateway.core.slot.Action;
import io.signalbox.gateway.core.slot.Action.Beat;
import io.signalbox.gateway.core.slot.Action.Claim;
import io.signalbox.gateway.core.slot.Action.Free;
import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Occupant.Announced;
import io.signalbox.gateway.core.slot.Occupant.Claiming;
import io.signalbox.gateway.core.slot.Occupant.Given;
import io.signalbox.gateway.core.slot.Occupant.Offered;
import io.signalbox.gateway.core.slot.Occupant.Running;
import io.signalbox.gateway.core.slot.Occupant.Vacant;
import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.model.id.AttemptId;
import java.util.Optional;

/**
 * A slot asks for something to do. What was given and not heard of is given again, and nothing else (C1); what the journal names is
 * never given (C2).
 */
public final class WaitingSync {
    private WaitingSync() {}

    /** Decides about a waiting sync that is held. */
    public static Step decide(Step step, SlotSync sync, long now) {
        Optional<Assignment> named = step.slot().occupant().assignment().filter(it -> sync.names(it.attempt()));
        if (named.isPresent()) {
            return stillOpen(step, sync, named.get());
        }
        return switch (step.slot().occupant()) {
            case Occupant.Unknown _ -> throw new IllegalStateException("asked about an unknown slot, sync " + sync);
            case Vacant vacant -> vacant(step, sync, vacant, now);
            case Offered offered ->
                sync.takes(offered.what())
                        ? give(step, sync, offered.what(), now)
                        : release(step, sync, offered.what(), now);
            case Announced announced -> announcedBefore(step, sync, announced, now);
            case Claiming _ -> step;
            case Given given -> givenBefore(step, sync, given, now);
            case Running running -> forgotten(step, sync, running);
        };
    }

    /** Started by the runner, its end not yet reported: it is still on the slot. */
    private static Step stillOpen(Step step, SlotSync sync, Assignment what) {
        return hold(beat(step.with(new Running(what, step.slot().stop())), sync, Optional.of(what.attempt())), sync);
    }

    private static Step vacant(Step step, SlotSync sync, Vacant vacant, long now) {
        Optional<Assignment> taken = step.slot().next().filter(sync::takes);
        if (taken.isPresent()) {
            Assignment next = taken.get();
            return decide(step.with(step.slot().withoutNext().withOccupant(new Offered(next))), sync, now);
        }
        Step idle = beat(step, sync, Optional.empty());
        Step told = vacant.announced() ? idle : idle.then(new Free(sync.number(), vacant.ended()));
        Step known = told.with(new Vacant(vacant.ended(), true));
        return sync.leave().isPresent() ? leave(known) : hold(known, sync);
    }

    /** Whoever is told to leave says no more: what it has just said is stored before (C1). */
    private static Step leave(Step step) {
        Held held = step.slot().held().orElseThrow();
        return held.renewed()
                ? step.answer(Pace.after(held.sync()))
                : step.with(step.slot().withHeld(held.asDue()));
    }

    private static Step give(Step step, SlotSync sync, Assignment what, long now) {
        return switch (sync.protocol()) {
            case OURS -> claim(step, sync, what);
            case OFFICIAL ->
                step.with(new Announced(what, now, Optional.empty())).answer(new Reply.Announce(what));
        };
    }

    private static Step claim(Step step, SlotSync sync, Assignment what) {
        return step.with(new Claiming(what, sync.number(), Optional.empty())).then(new Claim(what, sync.number()));
    }

    /** The answer may have been lost, or may still be on its way into the agent (C2). */
    private static Step announcedBefore(Step step, SlotSync sync, Announced announced, long now) {
        if (now - announced.at() < Pace.IN_FLIGHT.toNanos()) {
            return step.answer(Pace.usual(sync.protocol()));
        }
        Assignment wanted = step.slot().next().orElse(announced.what());
        boolean given = sync.takes(wanted)
                && !(wanted.equals(announced.what()) && announced.stop().isPresent());
        return given
                ? give(step.with(step.slot().withoutNext()), sync, wanted, now)
                : release(step, sync, announced.what(), now);
    }

    /** Claimed and not started: given again, unless it has to stop; then the slot's word lets the scheduler withdraw it (C1). */
    private static Step givenBefore(Step step, SlotSync sync, Given given, long now) {
        if (sync.protocol() == Protocol.OFFICIAL) {
            return forgotten(step, sync, new Running(given.what(), given.stop()));
        }
        return given.stop().isEmpty() && sync.takes(given.what())
                ? claim(step, sync, given.what())
                : release(step, sync, given.what(), now);
    }

    /** Not given, or not any more: the slot's own word, after the claim's sync, lets the scheduler take it back. */
    private static Step release(Step step, SlotSync sync, Assignment what, long now) {
        Optional<AttemptId> ended = Optional.of(what.attempt());
        return vacant(step.then(new Free(sync.number(), ended)), sync, new Vacant(ended, true), now);
    }

    /** The runner had it and does not know it any more: never given again (C2), not renewed, so its end comes by loss (C8). */
    private static Step forgotten(Step step, SlotSync sync, Running running) {
        if (sync.protocol() == Protocol.OFFICIAL && step.slot().next().isPresent()) {
            return step.with(new Occupant.Unknown()).then(new Action.ReadRecord(sync.number()));
        }
        Step refused = step.with(running)
                .refuse(Refusal.FORGOTTEN_ATTEMPT, Optional.of(running.what().attempt()));
        return hold(beat(refused, sync, Optional.empty()), sync);
    }

    /** The stored number of an official agent's sync is its beat. */
    private static Step beat(Step step, SlotSync sync, Optional<AttemptId> attempt) {
        return sync.protocol() == Protocol.OURS
                ? step.then(new Beat(sync.number(), attempt, isToBeStored(step)))
                : step;
    }

    /** An official agent is held only where nothing is on its slot: else it may be about to begin, and its next sync tells. */
    private static Step hold(Step step, SlotSync sync) {
        boolean over = step.slot().held().filter(Held::due).isPresent() && !isToBeStored(step);
        boolean begins = sync.protocol() == Protocol.OFFICIAL && !(step.slot().occupant() instanceof Vacant);
        return over || begins ? step.answer(Pace.usual(sync.protocol())) : step;
    }

    private static boolean isToBeStored(Step step) {
        return step.slot().held().filter(held -> !held.renewed()).isPresent();
    }
}
