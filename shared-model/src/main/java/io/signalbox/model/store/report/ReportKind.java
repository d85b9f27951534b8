package io.signalbox.model.store.report;

import java.util.Arrays;
import java.util.Locale;

/** Kinds of reports, the durable input of the scheduler. */
public enum ReportKind {
    /** An attempt may start: claimed by a relay, or withdrawn by the scheduler (C1). */
    START,
    /** An attempt ended. */
    FINISHED,
    /** A user wants a task to be canceled (C12). */
    CANCEL;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The kind of this name. */
    public static ReportKind of(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown report kind " + wire));
    }

    /** Its name in the store. */
    public String wire() {
        return wire;
    }
}
