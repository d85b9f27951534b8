package io.signalbox.model.relay;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why the relay ends a runner's session. */
public enum ShutdownReason {
    @JsonProperty("idle")
    IDLE,
    @JsonProperty("job-finished")
    JOB_FINISHED,
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("interrupted")
    INTERRUPTED
}
