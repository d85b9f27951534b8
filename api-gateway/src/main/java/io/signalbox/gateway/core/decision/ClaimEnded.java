package io.signalbox.gateway.core.decision;

import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Occupant.Claiming;
import io.signalbox.gateway.core.slot.Occupant.Given;
import io.signalbox.gateway.core.slot.Occupant.Vacant;
import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent.Claimed;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.gateway.core.sync.SyncArrived;
import java.time.Duration;
import java.util.Optional;

/**
 * A claim has its outcome. The attempt is given on the very sync for which it was claimed; where a newer one has come, it is claimed
 * again for that (C1), and where the sync is so old that the runner's deadline would be over soon, the runner syncs anew at once (C9). A refused claim may stand nevertheless: the runner is made to sync anew, so that the scheduler can withdraw it.
 */
final class ClaimEnded {
    private static final Reply ANEW = new Reply.Continue(Duration.ZERO);

    private ClaimEnded() {}

    static Step decide(Slot slot, Claimed claimed, long now) {
        boolean expected = slot.occupant() instanceof Claiming claiming
                && claiming.sync() == claimed.sync()
                && claiming.what().attempt().equals(claimed.attempt());
        if (!expected) {
            return Step.of(slot);
        }
        Claiming claiming = (Claiming) slot.occupant();
        return switch (claimed.verdict()) {
            case GRANTED -> granted(slot, claiming, claimed.freshness(), now);
            case REFUSED -> refused(slot, claiming);
            case OVERTAKEN -> answer(Step.of(slot.withOccupant(new Occupant.Unknown())), ANEW);
            case UNKNOWN ->
                answer(
                        Step.of(slot.withOccupant(new Given(claiming.what(), claiming.stop()))),
                        new Reply.Unavailable());
        };
    }

    private static Step granted(Slot slot, Claiming claiming, Optional<Duration> freshness, long now) {
        Step given = Step.of(slot.withOccupant(new Given(claiming.what(), claiming.stop())));
        Optional<SlotSync> waiting = waiting(slot);
        if (waiting.isEmpty()) {
            return given;
        }
        if (waiting.get().number() != claiming.sync() || waiting.get().protocol() == Protocol.OFFICIAL) {
            return SyncArrived.again(given, now);
        }
        boolean stale = freshness
                .filter(age -> slot.held().orElseThrow().isOlderThan(age, now))
                .isPresent();
        return given.answer(stale || claiming.stop().isPresent() ? ANEW : new Reply.Run(claiming.what()));
    }

    private static Step refused(Slot slot, Claiming claiming) {
        return answer(Step.of(slot.withOccupant(Vacant.after(claiming.what().attempt()))), ANEW);
    }

    /** A slot that is at work meanwhile waits for its beat; one that may say nothing more says this once more, so that it is stored (C1). */
    private static Step answer(Step step, Reply reply) {
        return waiting(step.slot())
                .map(sync -> step.answer(sync.mayBeLast() ? new Reply.Unavailable() : reply))
                .orElse(step);
    }

    private static Optional<SlotSync> waiting(Slot slot) {
        return slot.held().map(Held::sync).filter(SlotSync::waits);
    }
}
