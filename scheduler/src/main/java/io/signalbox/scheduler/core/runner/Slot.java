package io.signalbox.scheduler.core.runner;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.SlotRef;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What memory holds of a slot (C4). It is free only when no attempt that the scheduler put there is live and the runner itself said, after
 * the last of them was given, that it is idle.
 */
public final class Slot {
    private static final long NEVER = 0;

    private final SlotRef ref;
    private final Runner runner;
    private final Set<AttemptId> occupants;
    private @Nullable RelayId relay;
    private @Nullable AttemptId named;
    private long sync = NEVER;
    private long floor = NEVER;
    private boolean idle;

    Slot(Runner runner, SlotRef ref, Set<AttemptId> occupants) {
        this.runner = runner;
        this.ref = ref;
        this.occupants = occupants;
    }

    public SlotRef ref() {
        return ref;
    }

    public Runner runner() {
        return runner;
    }

    /** The gateway that heard its newest sync. */
    public @Nullable RelayId relay() {
        return relay;
    }

    /** Number of its newest sync. */
    public long sync() {
        return sync;
    }

    /** What its newest sync names; null: idle, or nothing heard. */
    public @Nullable AttemptId named() {
        return named;
    }

    /** Attempts that are live on it: one, or for a while two (C5). */
    public Set<AttemptId> occupants() {
        return Collections.unmodifiableSet(occupants);
    }

    /** Whether its runner said that it is idle after the last attempt was given. */
    public boolean isIdle() {
        return idle;
    }

    /** Whether nothing stands in the way on the slot's own side. */
    public boolean isFree() {
        return idle && occupants.isEmpty();
    }

    /**
     * The runner's word, heard by a relay or read from the store: older ones are ignored, and so is, at the same sync, one that
     * has not seen yet that an attempt was given on it.
     *
     * @return whether it was news
     */
    public boolean hear(Word word) {
        boolean newer = word.sync() > sync;
        boolean again = word.sync() == sync && (word.source() == Word.Source.RELAY || word.attempt() != null);
        if (!newer && (!again || (named != null && word.attempt() == null))) {
            return false;
        }
        RelayId before = relay;
        sync = word.sync();
        relay = word.relay();
        named = word.attempt();
        if (!Objects.equals(relay, before)) {
            runner.changed();
        }
        setIdle(named == null && sync > floor);
        return newer;
    }

    /** Whether anything was heard of it in this session. */
    public boolean isHeard() {
        return sync != NEVER;
    }

    /** An attempt was put here: only a later sync can say that the slot is idle again. */
    public void occupy(AttemptId attempt) {
        occupants.add(attempt);
        floor = sync;
        idle = false;
        runner.changed();
    }

    /** The claim says on which sync the attempt was given (C1): an idle word counts only after that. */
    public void givenAt(long claimedSync) {
        floor = Math.max(floor, claimedSync);
        setIdle(idle && sync > floor);
    }

    /** The attempt ended. An idle word that was heard since it was given counts; else the next one will. */
    public void leave(AttemptId attempt) {
        occupants.remove(attempt);
        runner.changed();
    }

    /** The attempt ended, and it is not known when it was given: only what will be heard from now on counts. */
    public void leaveUnknown(AttemptId attempt) {
        withdrawn(attempt);
        setIdle(false);
    }

    /**
     * The attempt was withdrawn: the sync that it was meant for may still be held, but only its relay can say so. (The store cannot: the
     * runner may have died, and be given tasks for ever.)
     */
    public void withdrawn(AttemptId attempt) {
        leave(attempt);
        floor = Math.min(floor, sync - 1);
    }

    /** The session ended: nothing that was heard counts for the next one. */
    public void forget() {
        sync = NEVER;
        floor = NEVER;
        named = null;
        relay = null;
        idle = false;
        runner.changed();
    }

    private void setIdle(boolean now) {
        if (idle != now) {
            idle = now;
            runner.changed();
        }
    }
}
