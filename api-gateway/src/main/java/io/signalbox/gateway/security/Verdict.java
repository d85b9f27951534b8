package io.signalbox.gateway.security;

/** What is found out about the token that a caller shows. */
public sealed interface Verdict {

    /**
     * It counts.
     *
     * @param caller whose it is
     */
    record Accepted(Caller caller) implements Verdict {}

    /** Nobody has it, or it counts no more. */
    record Unknown() implements Verdict {}

    /**
     * It was laid out to be found.
     *
     * @param token which
     */
    record Decoy(ApiToken token) implements Verdict {}
}
