package io.signalbox.gateway.relay;

import io.signalbox.gateway.core.slot.Refusal;

/** Hears of everything that the relay refuses: it is counted, and the log says it once for each cause. Must not block. */
public interface Refusals {

    /**
     * Something was refused that is about no attempt.
     *
     * @param about whose it was: runner or name, for the log
     * @param why for the log
     */
    void refused(Refusal refusal, String about, String why);

    /** A call about an attempt was refused: its task's timeline shows it, too. */
    void refused(RefusedCall call);
}
