package io.signalbox.gateway.relay.session;

import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.relay.claim.ClaimedJob;
import java.util.Optional;

/** The open request of a sync. */
@FunctionalInterface
public interface Exchange {

    /**
     * Answers it, once. Must not block the caller: what may take long belongs to another thread.
     *
     * @param job what to run, with {@link Reply.Run}
     */
    void answer(Reply reply, Optional<ClaimedJob> job);
}
