package io.signalbox.gateway.core.slot;

import java.util.Locale;

/** Kinds of things that a relay refuses; values of the tag {@code kind} of {@code signalbox_refused_total}. */
public enum Refusal {
    /** No valid token. */
    TOKEN,
    /** A registration that its token does not allow, or under a name in use (C6). */
    REGISTRATION,
    /** Not understood. */
    MALFORMED,
    /** A sync older than one that was heard. */
    STALE_SYNC,
    /** A sync about an attempt that is not current any more (I2). */
    OUTLIVED_SYNC,
    /** A runner that ran an attempt and then did not know it any more. */
    FORGOTTEN_ATTEMPT,
    /** A job that is not, or not any more, the caller's. */
    JOB,
    /** A claim that did not hold (C1). */
    CLAIM,
    /** The end of an attempt that had ended otherwise, or is not the caller's (C11). */
    FINISHED,
    /** A log push that met the seal, contradicts what is stored, or is about somebody else's attempt. */
    LOG,
    /** A command of an outlived leader (C15). */
    EPOCH,
    /** A command for another generation of the runner (C6). */
    GENERATION;

    /** Its name in metrics and logs. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
