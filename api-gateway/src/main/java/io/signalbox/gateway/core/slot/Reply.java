package io.signalbox.gateway.core.slot;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.ShutdownReason;
import io.signalbox.model.task.ReasonCode;
import java.time.Duration;
import java.util.Optional;

/** The answer to a sync. */
public sealed interface Reply {

    /**
     * Nothing to do.
     *
     * @param pause until the next sync; zero: at once
     */
    record Continue(Duration pause) implements Reply {}

    /**
     * Run this; the payload comes with it. Only after its claim.
     *
     * @param what the attempt
     */
    record Run(Assignment what) implements Reply {}

    /**
     * Fetch and run this: for an official agent. The claim follows when it fetches.
     *
     * @param what the attempt
     */
    record Announce(Assignment what) implements Reply {}

    /**
     * Stop this.
     *
     * @param attempt which
     * @param cause why; nothing: it is outlived
     */
    record Stop(AttemptId attempt, Optional<ReasonCode> cause) implements Reply {}

    /** The end is recorded. */
    record Acknowledge() implements Reply {}

    /**
     * End the session.
     *
     * @param reason why
     */
    record Leave(ShutdownReason reason) implements Reply {}

    /** Nothing holds: sync again later. */
    record Unavailable() implements Reply {}
}
