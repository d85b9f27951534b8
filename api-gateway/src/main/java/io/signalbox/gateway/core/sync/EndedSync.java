package io.signalbox.gateway.core.sync;

import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.ShutdownReason;
import java.util.Optional;

/**
 * An official agent syncs although its session was ended. Refused, it would work on for ten minutes: it is told to stop what it runs, and
 * then to go.
 */
public final class EndedSync {
    private EndedSync() {}

    /** What it is told; no attempt that it names counts. */
    public static Reply decide(AgentState state, Optional<AttemptId> attempt) {
        return switch (state) {
            case WAITING_FOR_JOBS, FINISHED_JOB -> new Reply.Leave(ShutdownReason.REQUESTED);
            case RUNNING_JOB ->
                attempt.<Reply>map(named -> new Reply.Stop(named, Optional.empty()))
                        .orElseGet(() -> Pace.usual(Protocol.OFFICIAL));
            case STARTING_JOB, STOPPING_JOB -> Pace.usual(Protocol.OFFICIAL);
        };
    }
}
