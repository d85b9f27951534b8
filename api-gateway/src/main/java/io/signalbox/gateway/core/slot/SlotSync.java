package io.signalbox.gateway.core.slot;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.ShutdownReason;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One sync of a slot.
 *
 * @param number rises within a session; an answer counts only on the newest one (C1)
 * @param generation of the runner's session
 * @param state what the slot does
 * @param attempt with what
 * @param journal every attempt that the runner started and whose end was not acknowledged (C2)
 * @param patience how long it may be held
 * @param protocol who speaks
 * @param interruption whether the runner was told to end: it begins nothing any more
 * @param leave why the runner should end its session once nothing runs on it, if it should
 */
public record SlotSync(
        long number,
        Generation generation,
        AgentState state,
        Optional<AttemptId> attempt,
        Set<AttemptId> journal,
        Duration patience,
        Protocol protocol,
        Interruption interruption,
        Optional<ShutdownReason> leave) {
    public SlotSync {
        journal = Set.copyOf(journal);
    }

    /** Whether the runner says that it has started the attempt. */
    public boolean names(AttemptId candidate) {
        return journal.contains(candidate);
    }

    /** The same with another number. */
    public SlotSync withNumber(long other) {
        return new SlotSync(other, generation, state, attempt, journal, patience, protocol, interruption, leave);
    }

    /** Whether the slot asks for something to do. */
    public boolean waits() {
        return state == AgentState.WAITING_FOR_JOBS;
    }

    /**
     * Whether the slot may say nothing after it: its runner ends, and has not begun what it does not name (C1). Of official agents nothing is
     * decided before it is stored.
     */
    public boolean mayBeLast() {
        return protocol == Protocol.OURS && waits() && interruption != Interruption.NONE;
    }

    /** Whether an attempt may be given to it that was meant for this slot: not one of an earlier session, and none to a runner that ends. */
    public boolean takes(Assignment what) {
        return interruption == Interruption.NONE && what.generation().equals(generation);
    }

    /** Whether the runner was told to end. */
    public enum Interruption {
        NONE,
        /** What it runs may go on. */
        NOTICED,
        /** What it runs has to stop. */
        DUE
    }

    /** Whether a stop may be the answer: it crashes an official agent that has not begun to run. */
    public boolean bearsStop() {
        return state == AgentState.RUNNING_JOB || (state == AgentState.STARTING_JOB && protocol == Protocol.OURS);
    }
}
