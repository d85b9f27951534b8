package io.signalbox.gateway.core.slot;

/**
 * The one sync of a slot that has no answer yet.
 *
 * @param sync which
 * @param renewed whether its beat is stored, or need not be: else 200 would promise what does not hold (C7)
 * @param due whether it has been held long enough
 */
public record Held(SlotSync sync, boolean renewed, boolean due) {

    /** Whether it is an official agent's, and its number does not stand in the store yet: nothing is decided about it (C5). */
    public boolean isUnnumbered() {
        return sync.protocol() == Protocol.OFFICIAL && !renewed;
    }
}
