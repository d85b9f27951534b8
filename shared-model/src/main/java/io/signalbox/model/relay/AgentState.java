package io.signalbox.model.relay;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a slot says that it does. */
public enum AgentState {
    @JsonProperty("waiting-for-jobs")
    WAITING_FOR_JOBS,
    @JsonProperty("starting-job")
    STARTING_JOB,
    @JsonProperty("running-job")
    RUNNING_JOB,
    @JsonProperty("stopping-job")
    STOPPING_JOB,
    @JsonProperty("finished-job")
    FINISHED_JOB
}
