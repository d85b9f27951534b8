package io.signalbox.scheduler.core.standing;

import java.util.Locale;

/** What changes how a runner stands. */
public enum Move {
    /** It registered, for the first time or anew. */
    REGISTER,
    /** No sync of it was stored for too long. */
    FALL_SILENT,
    /** It is heard of again. */
    RETURN,
    /** It ended its session. */
    SAY_GOODBYE,
    /** It failed several tasks of different projects within seconds of their start, and nothing else came of it. */
    FAIL_EVERYTHING,
    /** The pause after that has passed. */
    PROBE,
    /** A task passed, or ran for longer than those that it failed. */
    WORK,
    /** The probe failed as the others had. */
    FAIL_AGAIN;

    /** Its name in documents. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
