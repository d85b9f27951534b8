package io.signalbox.gateway.relay.beat;

import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.model.id.SlotRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the beats of all slots until the next {@link #flush}, so that 10,000 idle runners cost one bulk write a second (C7).
 * A slot's newer beat takes the place of its waiting one. Thread-safe; for one slot, calls come in the order of its syncs.
 */
public final class Beats {
    private final BeatStore store;
    private final Map<SlotRef, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile boolean ending;

    /** Gathers for {@code store}. */
    public Beats(BeatStore store) {
        this.store = store;
    }

    private record Waiting(Beat beat, CompletableFuture<BeatOutcome> outcome) {}

    /** Stores {@code beat} with the next flush. */
    public CompletableFuture<BeatOutcome> soon(Beat beat) {
        Waiting added = new Waiting(beat, new CompletableFuture<>());
        follow(waiting.put(beat.slot(), added), added.outcome());
        if (ending) {
            hand(beat.slot());
        }
        return added.outcome();
    }

    /** Stores {@code beat} at once, in the place of the one that waits. */
    public CompletableFuture<BeatOutcome> now(Beat beat) {
        Waiting replaced = waiting.remove(beat.slot());
        CompletableFuture<BeatOutcome> outcome = store.store(beat);
        follow(replaced, outcome);
        return outcome;
    }

    /** Stores at once what waits of a slot, if anything does. */
    public void hurry(SlotRef slot) {
        hand(slot);
    }

    /** Hands over what waits, to be written in as few bulk writes as possible. */
    public void flush() {
        List<SlotRef> slots = new ArrayList<>(waiting.keySet());
        slots.forEach(this::hand);
    }

    /** Stores what waits, and from now on each at once: nobody flushes any more, and a runner that is about to leave must be answered (C1). */
    public void end() {
        ending = true;
        flush();
    }

    private void hand(SlotRef slot) {
        Waiting taken = waiting.remove(slot);
        if (taken != null) {
            var _ = store.store(taken.beat()).thenAccept(taken.outcome()::complete);
        }
    }

    /** A newer beat of the slot speaks for the older one, too. */
    private static void follow(@Nullable Waiting older, CompletableFuture<BeatOutcome> newer) {
        if (older != null) {
            var _ = newer.thenAccept(older.outcome()::complete);
        }
    }
}
