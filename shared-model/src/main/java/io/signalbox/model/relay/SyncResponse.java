package io.signalbox.model.relay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.task.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What a slot is to do.
 *
 * @param action what
 * @param jobId the attempt it is about
 * @param shutdownReason why the session ends
 * @param nextSyncAfter milliseconds until the next sync; 0: at once for ours, as it likes for an official agent
 * @param job ours only: the payload, so that no second request is needed
 * @param reason ours only: why to stop
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncResponse(
        SyncAction action,
        @JsonProperty("job_id") @Nullable AttemptId jobId,
        @JsonProperty("shutdown_reason") @Nullable ShutdownReason shutdownReason,
        @JsonProperty("next_sync_after") int nextSyncAfter,
        @Nullable JobPayload job,
        @Nullable ReasonCode reason) {

    /** An answer without job, reason and pause. */
    public static SyncResponse of(SyncAction action) {
        return new SyncResponse(action, null, null, 0, null, null);
    }
}
