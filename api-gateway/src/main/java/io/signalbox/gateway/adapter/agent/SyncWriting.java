package io.signalbox.gateway.adapter.agent;

import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.task.ReasonCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the relay's reply into the answer on the wire. */
final class SyncWriting {
    /** For an official agent 0 would mean 3 to 6 s; below 300 ms it could sync before it has changed its state. */
    private static final int OFFICIAL_SOON = 500;

    private SyncWriting() {}

    /** The answer; nothing where the relay cannot answer. */
    static Optional<SyncResponse> response(Reply reply, Protocol protocol, @Nullable JobPayload job) {
        int soon = protocol == Protocol.OFFICIAL ? OFFICIAL_SOON : 0;
        return switch (reply) {
            case Reply.Continue wait ->
                Optional.of(new SyncResponse(
                        SyncAction.CONTINUE,
                        null,
                        null,
                        wait.pause().isZero() ? soon : (int) wait.pause().toMillis(),
                        null,
                        null));
            case Reply.Run run ->
                Optional.of(new SyncResponse(SyncAction.RUN_JOB, run.what().attempt(), null, soon, job, null));
            case Reply.Announce announce ->
                Optional.of(new SyncResponse(SyncAction.RUN_JOB, announce.what().attempt(), null, soon, null, null));
            case Reply.Stop stop ->
                Optional.of(
                        new SyncResponse(SyncAction.STOP_JOB, stop.attempt(), null, soon, null, cause(stop, protocol)));
            case Reply.Acknowledge _ ->
                Optional.of(new SyncResponse(SyncAction.WAIT_FOR_JOBS, null, null, soon, null, null));
            case Reply.Leave leave ->
                Optional.of(new SyncResponse(SyncAction.SHUTDOWN, null, leave.reason(), soon, null, null));
            case Reply.Unavailable _ -> Optional.empty();
        };
    }

    private static @Nullable ReasonCode cause(Reply.Stop stop, Protocol protocol) {
        return protocol == Protocol.OFFICIAL ? null : stop.cause().orElse(null);
    }
}
