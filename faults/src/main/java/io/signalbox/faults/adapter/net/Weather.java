package io.signalbox.faults.adapter.net;

/** What happens to the bytes on a line. */
public enum Weather {
    /** They pass. */
    CLEAR,
    /** Connections are reset, and new ones refused. */
    CUT,
    /** They pass, each piece late. */
    SLOW,
    /** They vanish, in both directions; what had a connection then has a dead one afterwards. */
    SILENT,
    /** Those towards who was called are kept until the weather clears, as by a network that drops packets and a sender that repeats them. */
    KEPT_REQUESTS,
    /** The same for the other direction. */
    KEPT_ANSWERS
}
