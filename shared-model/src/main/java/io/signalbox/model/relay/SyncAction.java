package io.signalbox.model.relay;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the relay asks of a slot. */
public enum SyncAction {
    @JsonProperty("continue")
    CONTINUE,
    @JsonProperty("run-job")
    RUN_JOB,
    @JsonProperty("stop-job")
    STOP_JOB,
    @JsonProperty("wait-for-jobs")
    WAIT_FOR_JOBS,
    @JsonProperty("shutdown")
    SHUTDOWN
}
