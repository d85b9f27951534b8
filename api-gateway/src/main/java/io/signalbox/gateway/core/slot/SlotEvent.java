package io.signalbox.gateway.core.slot;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.task.ReasonCode;
import java.time.Duration;
import java.util.Optional;

/** What can happen to a slot. */
public sealed interface SlotEvent {

    /**
     * It synced.
     *
     * @param sync what it said
     */
    record Synced(SlotSync sync) implements SlotEvent {}

    /**
     * The scheduler assigned an attempt to it.
     *
     * @param what the attempt
     */
    record Assigned(Assignment what) implements SlotEvent {}

    /**
     * The scheduler wants an attempt to end.
     *
     * @param attempt which, and no other
     * @param cause why
     */
    record StopWanted(AttemptId attempt, ReasonCode cause) implements SlotEvent {}

    /**
     * An official agent fetches what it is to run.
     *
     * @param attempt which
     */
    record Fetched(AttemptId attempt) implements SlotEvent {}

    /**
     * A claim has its outcome (C1).
     *
     * @param attempt what was claimed
     * @param sync for which sync
     * @param verdict the outcome
     * @param freshness how old the sync may be at most that it is given on, where the runner kills it by itself (C9)
     */
    record Claimed(AttemptId attempt, long sync, Verdict verdict, Optional<Duration> freshness) implements SlotEvent {

        /** Of an attempt that may be given on a sync of any age. */
        public Claimed(AttemptId attempt, long sync, Verdict verdict) {
            this(attempt, sync, verdict, Optional.empty());
        }
    }

    /**
     * The store said what is on the slot (C5).
     *
     * @param sync for which sync it was asked
     * @param live the attempt that lives there
     * @param stop why it must end, if it must
     */
    record LookedUp(long sync, Optional<Assignment> live, Optional<ReasonCode> stop) implements SlotEvent {}

    /**
     * The store said what it knows of an official agent's slot (C5).
     *
     * @param sync for which sync it was asked
     * @param newest number of the newest sync that any gateway has stored
     * @param live the attempt that lives there
     * @param claimed whether its start is claimed: the agent has fetched it
     * @param stop why it must end, if it must
     */
    record Recorded(long sync, long newest, Optional<Assignment> live, boolean claimed, Optional<ReasonCode> stop)
            implements SlotEvent {}

    /**
     * The store did not say what is on the slot.
     *
     * @param sync for which sync it was asked
     */
    record LookUpFailed(long sync) implements SlotEvent {}

    /**
     * The beat of a sync has its outcome (C7).
     *
     * @param sync whose beat
     * @param outcome whether it is stored
     */
    record BeatEnded(long sync, BeatOutcome outcome) implements SlotEvent {}

    /**
     * The end of an attempt was recorded, or not.
     *
     * @param attempt which
     * @param sync which sync reported it
     * @param recorded whether log and report are stored
     */
    record FinishEnded(AttemptId attempt, long sync, boolean recorded) implements SlotEvent {}

    /**
     * A sync has been held long enough.
     *
     * @param sync which
     */
    record HoldEnded(long sync) implements SlotEvent {}

    /** Something about the runner changed that its next sync must hear. */
    record Nudged() implements SlotEvent {}

    /** The session of its runner has ended here: nothing is decided about it any more. */
    record Ended() implements SlotEvent {}

    /** The outcome of a claim. */
    enum Verdict {
        /** It stands, and the task still shows the attempt on this slot. */
        GRANTED,
        /** It was withdrawn, or the task shows something else, or the attempt has to stop. */
        REFUSED,
        /** It may stand, but another gateway has served the slot since: nothing is given here (C5). */
        OVERTAKEN,
        /** The store did not answer: it may stand. */
        UNKNOWN
    }

    /** The outcome of a beat. */
    enum BeatOutcome {
        STORED,
        /** The store holds a newer sync: another gateway served the slot. */
        OVERTAKEN,
        FAILED
    }
}
