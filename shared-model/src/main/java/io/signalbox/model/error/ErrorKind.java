package io.signalbox.model.error;

/** What kind of thing went wrong; it decides the HTTP status class and whether a message is tried again. */
public enum ErrorKind {
    /** The caller sent something wrong. */
    INVALID,
    /** The caller may not. */
    DENIED,
    /** It is not there, or not for this caller. */
    MISSING,
    /** It is in the wrong state. */
    CONFLICT,
    /** Too much; later again. */
    OVERLOAD,
    /** Something that Signalbox stands on is away. */
    UNAVAILABLE,
    /** A fault of Signalbox. */
    INTERNAL
}
