package io.signalbox.gateway.core.slot;

import io.signalbox.gateway.core.slot.Occupant.Unknown;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.task.ReasonCode;
import java.time.Duration;
import java.util.Optional;

/**
 * One slot of one runner's generation, as this relay sees it.
 *
 * @param newest number of the newest sync
 * @param contactAt when it was last heard or answered, on the relay's monotonic clock
 * @param occupant what is on it
 * @param held the sync without an answer
 * @param next assigned meanwhile; not claimed while the occupant may be live (C1)
 */
public record Slot(long newest, long contactAt, Occupant occupant, Optional<Held> held, Optional<Assignment> next) {

    /** After a silence as long as this, what the relay remembers may be outlived. */
    public static final Duration MEMORY = Duration.ofSeconds(10);

    /** A slot that this relay has never served; {@code stored} is its newest sync in the store. */
    public static Slot unserved(long stored) {
        return new Slot(stored, 0, new Unknown(), Optional.empty(), Optional.empty());
    }

    /**
     * Whether nobody else can have served it between its newest sync and this one (C5). An official agent's number is the relay's own:
     * it has to stand in the store before this is sure, and one that was given up may not.
     */
    public boolean followedBy(SlotSync sync, long now) {
        boolean remembered = now - contactAt < MEMORY.toNanos();
        return !(occupant instanceof Unknown)
                && switch (sync.protocol()) {
                    case OURS -> sync.number() == newest + 1 && (held.isPresent() || remembered);
                    case OFFICIAL -> held.isEmpty() && remembered;
                };
    }

    public Slot withNewest(SlotSync sync, long now) {
        boolean renewed = sync.protocol() == Protocol.OURS && sync.waits() && !sync.mayBeLast();
        return new Slot(
                sync.number(),
                now,
                occupant,
                Optional.of(new Held(sync, now, renewed, sync.patience().isZero())),
                next);
    }

    /** The store's newest sync is this one. */
    public Slot withStored(long stored) {
        return new Slot(stored, contactAt, occupant, held, next);
    }

    public Slot withContact(long now) {
        return new Slot(newest, now, occupant, held, next);
    }

    public Slot withOccupant(Occupant changed) {
        return new Slot(newest, contactAt, changed, held, next);
    }

    public Slot withHeld(Held changed) {
        return new Slot(newest, contactAt, occupant, Optional.of(changed), next);
    }

    public Slot withoutHeld() {
        return new Slot(newest, contactAt, occupant, Optional.empty(), next);
    }

    public Slot withNext(Assignment assigned) {
        return new Slot(newest, contactAt, occupant, held, Optional.of(assigned));
    }

    public Slot withoutNext() {
        return new Slot(newest, contactAt, occupant, held, Optional.empty());
    }

    /** The attempt that the scheduler is told of: claimed or running here. */
    public Optional<AttemptId> shown() {
        return switch (occupant) {
            case Occupant.Claiming claiming -> Optional.of(claiming.what().attempt());
            case Occupant.Given given -> Optional.of(given.what().attempt());
            case Occupant.Running running -> Optional.of(running.what().attempt());
            case Unknown _, Occupant.Vacant _, Occupant.Offered _, Occupant.Announced _ -> Optional.empty();
        };
    }

    /**
     * Whether this relay may speak for the slot. An official agent that it only let go on may be served by another gateway, which alone
     * can give it something: two that take turns must not both be assigned to (C5).
     */
    public boolean isServed() {
        return switch (occupant) {
            case Unknown _ -> false;
            case Occupant.Vacant vacant -> vacant.announced() || vacant.ended().isPresent();
            case Occupant.Offered _, Occupant.Announced _, Occupant.Claiming _, Occupant.Given _, Occupant.Running _ ->
                true;
        };
    }

    /** The sync without an answer, if it has this number. */
    public Optional<Held> held(long number) {
        return held.filter(it -> it.sync().number() == number);
    }

    /** Why its attempt must end, if it must. */
    public Optional<ReasonCode> stop() {
        return occupant.stop();
    }
}
