package io.signalbox.gateway.relay.claim;

/** What became of a claim. */
public sealed interface ClaimOutcome {

    /**
     * The attempt may run: its claim stands, and the task shows it on this slot.
     *
     * @param job what to run
     */
    record Granted(ClaimedJob job) implements ClaimOutcome {}

    /**
     * It must not be given.
     *
     * @param why for the log
     */
    record Refused(String why) implements ClaimOutcome {}

    /**
     * The claim stands, but the task wants the attempt to end: nothing of it must be run.
     *
     * @param why for the log
     */
    record MustEnd(String why) implements ClaimOutcome {}

    /**
     * Another gateway has served the slot since, or another generation of its runner is there: nothing is given on this sync.
     *
     * @param why for the log
     */
    record Overtaken(String why) implements ClaimOutcome {}

    /**
     * The store did not answer: the claim may stand.
     *
     * @param why for the log
     */
    record Unknown(String why) implements ClaimOutcome {}
}
