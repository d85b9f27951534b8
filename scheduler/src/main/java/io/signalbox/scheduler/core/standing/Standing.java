package io.signalbox.scheduler.core.standing;

import java.util.Locale;

/** How a runner stands, in two respects that change independently: whether it is there, and whether it is trusted with tasks. */
public enum Standing {
    /** It is heard of. */
    ONLINE,
    /** It has been silent for too long: shown, nothing else (C8). */
    UNREACHABLE,
    /** It said goodbye. */
    GONE,
    /** It gets whatever fits. */
    TRUSTED,
    /** It failed everything that it was given: it gets nothing. */
    SET_ASIDE,
    /** It gets one task at a time, until one of them shows what is to be thought of it. */
    PROBED;

    /** Its name in documents. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
