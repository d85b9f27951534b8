package io.signalbox.gateway.core.slot;

import java.time.Duration;

/**
 * The one sync of a slot that has no answer yet.
 *
 * @param sync which
 * @param at when it came, on the relay's monotonic clock
 * @param renewed whether its beat is stored, or need not be: else 200 would promise what does not hold (C7), or be the last that is heard of a word which is lost (C1)
 * @param due whether it has been held long enough
 */
public record Held(SlotSync sync, long at, boolean renewed, boolean due) {

    /** The same, to be answered as soon as its beat is stored. */
    public Held asDue() {
        return new Held(sync, at, renewed, true);
    }

    /** Whether it came longer ago than this. */
    public boolean isOlderThan(Duration age, long now) {
        return now - at > age.toNanos();
    }

    /**
     * Whether it is an official agent's that was decided about before, and held: the agent may have been told to end since, and cannot say
     * so before it has an answer. What comes for it is decided on its next sync.
     */
    public boolean mustAskAnew() {
        return sync.protocol() == Protocol.OFFICIAL && renewed;
    }

    /** Whether it is an official agent's, and its number does not stand in the store yet: nothing is decided about it (C5). */
    public boolean isUnnumbered() {
        return sync.protocol() == Protocol.OFFICIAL && !renewed;
    }
}
