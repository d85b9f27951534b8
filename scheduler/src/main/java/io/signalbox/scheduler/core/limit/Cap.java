package io.signalbox.scheduler.core.limit;

import org.jspecify.annotations.Nullable;

/** How many attempts are live somewhere, and how many may be. */
public final class Cap {
    private int live;
    private int most = Integer.MAX_VALUE;

    /** Whether one more may become live. */
    public boolean hasRoom() {
        return live < most;
    }

    /** How many are live. */
    public int live() {
        return live;
    }

    /** How many may be; the largest number there is when nobody set a limit. */
    public int most() {
        return most;
    }

    void limit(@Nullable Integer newMost) {
        most = newMost == null ? Integer.MAX_VALUE : newMost;
    }

    void take() {
        live++;
    }

    void giveBack() {
        live--;
    }
}
