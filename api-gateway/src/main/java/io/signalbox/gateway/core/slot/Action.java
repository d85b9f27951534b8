package io.signalbox.gateway.core.slot;

import io.signalbox.model.id.AttemptId;
import java.util.Optional;

/** What a decision wants done, in this order. */
public sealed interface Action {

    /**
     * Answer a sync; each is answered once.
     *
     * @param sync which
     * @param reply with what
     */
    record Answer(long sync, Reply reply) implements Action {}

    /**
     * Store a beat.
     *
     * @param sync of which sync
     * @param attempt what it names; nothing: the slot is idle
     * @param awaited whether an answer waits for it: then {@link SlotEvent.BeatEnded} must follow
     */
    record Beat(long sync, Optional<AttemptId> attempt, boolean awaited) implements Action {}

    /**
     * Store the number of an official agent's sync, which is decided only then (C5); {@link SlotEvent.BeatEnded} must follow.
     *
     * @param sync which sync
     * @param attempt what it names
     * @param haste whether something waits for it
     */
    record TakeNumber(long sync, Optional<AttemptId> attempt, Haste haste) implements Action {}

    /** Store at once the number that waits to be stored. */
    record Hurry() implements Action {}

    /**
     * Give an official agent's sync another number: the store knew a newer one than this relay.
     *
     * @param from its number so far
     * @param to its number from now on
     */
    record Renumber(long from, long to) implements Action {}

    /**
     * Ask the store what it knows of an official agent's slot; {@link SlotEvent.Recorded} or {@link SlotEvent.LookUpFailed} must
     * follow (C5).
     *
     * @param sync for which sync
     */
    record ReadRecord(long sync) implements Action {}

    /** Whether something can wait for the writes of other slots. */
    enum Haste {
        /** With the beats of all other slots, within a second. */
        SOON,
        NOW
    }

    /**
     * Claim the start: the claim and a beat that names the attempt, then the task; {@link SlotEvent.Claimed} must follow (C1).
     *
     * @param what the attempt
     * @param sync for which sync
     */
    record Claim(Assignment what, long sync) implements Action {}

    /**
     * Ask the store what is on the slot; {@link SlotEvent.LookedUp} or {@link SlotEvent.LookUpFailed} must follow (C5).
     *
     * @param sync for which sync
     * @param named what it names: of several attempts on the slot this one counts
     */
    record LookUp(long sync, Optional<AttemptId> named) implements Action {}

    /**
     * Record the end of an attempt; {@link SlotEvent.FinishEnded} must follow.
     *
     * @param attempt which
     * @param known what the relay knows of it; nothing: the store has to say whose it is
     * @param sync which sync reported it
     */
    record Finish(AttemptId attempt, Optional<Assignment> known, long sync) implements Action {}

    /**
     * Tell the scheduler that the slot is free (C4).
     *
     * @param sync which sync said so
     * @param ended what was on it before, as far as known
     */
    record Free(long sync, Optional<AttemptId> ended) implements Action {}

    /**
     * Count something that was refused.
     *
     * @param refusal what
     * @param attempt of which attempt, if of any
     */
    record Refuse(Refusal refusal, Optional<AttemptId> attempt) implements Action {}
}
