package io.signalbox.gateway.core.slot;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.task.ReasonCode;
import java.util.Optional;

/** What is on the slot, as far as this relay knows. */
public sealed interface Occupant {

    /** The attempt on it, if there is one. */
    default Optional<Assignment> assignment() {
        return Optional.empty();
    }

    /** Why the attempt must end, if it must. */
    default Optional<ReasonCode> stop() {
        return Optional.empty();
    }

    /** Whether this attempt is on it. */
    default boolean is(AttemptId attempt) {
        return assignment().filter(it -> it.attempt().equals(attempt)).isPresent();
    }

    /** Another gateway may have served the slot since: the store has to say what is on it (C5). */
    record Unknown() implements Occupant {}

    /**
     * Nothing.
     *
     * @param ended what was on it before, as far as known
     * @param announced whether the scheduler was told that it is free
     */
    record Vacant(Optional<AttemptId> ended, boolean announced) implements Occupant {
        /** Nothing, and nobody knows it yet. */
        public static Vacant after(AttemptId ended) {
            return new Vacant(Optional.of(ended), false);
        }
    }

    /**
     * Assigned, neither claimed nor given.
     *
     * @param what the attempt
     */
    record Offered(Assignment what) implements Occupant {
        @Override
        public Optional<Assignment> assignment() {
            return Optional.of(what);
        }
    }

    /**
     * Named to an official agent, which has not fetched it: not claimed.
     *
     * @param what the attempt
     * @param at when, on the relay's monotonic clock
     * @param stop why it must end, if it must
     */
    record Announced(Assignment what, long at, Optional<ReasonCode> stop) implements Occupant {
        @Override
        public Optional<Assignment> assignment() {
            return Optional.of(what);
        }
    }

    /**
     * Its claim is on the way.
     *
     * @param what the attempt
     * @param sync for which sync
     * @param stop why it must end, if it must
     */
    record Claiming(Assignment what, long sync, Optional<ReasonCode> stop) implements Occupant {
        @Override
        public Optional<Assignment> assignment() {
            return Optional.of(what);
        }
    }

    /**
     * Claimed, and perhaps given: the runner has not said so.
     *
     * @param what the attempt
     * @param stop why it must end, if it must
     */
    record Given(Assignment what, Optional<ReasonCode> stop) implements Occupant {
        @Override
        public Optional<Assignment> assignment() {
            return Optional.of(what);
        }
    }

    /**
     * The runner said that it has it.
     *
     * @param what the attempt
     * @param stop why it must end, if it must
     */
    record Running(Assignment what, Optional<ReasonCode> stop) implements Occupant {
        @Override
        public Optional<Assignment> assignment() {
            return Optional.of(what);
        }
    }
}
