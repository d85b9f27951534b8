package io.signalbox.model.relay.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A runner introduces itself. Official agents send everything up to {@code job_id}; the rest is ours.
 *
 * @param name wished for, unique
 * @param version of the runner
 * @param pid of its process
 * @param os for people, may be empty
 * @param arch for people
 * @param hostname may be empty
 * @param singleJob whether it wants to be shut down after one task
 * @param idleTimeout seconds after which it wants to be shut down when idle; 0 is never
 * @param interruptionGracePeriod seconds between its interruption and the stop of what it runs
 * @param jobId the one job it wants; not supported
 * @param slots how many tasks it can run at once; absent: 1
 * @param tags what it can do; the registration token may restrict them
 * @param executors besides {@code shell}, those that the runner has just seen work, such as {@code docker}; and {@code folder} if it takes folders
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterRequest(
        String name,
        String version,
        long pid,
        @Nullable String os,
        @Nullable String arch,
        @Nullable String hostname,
        @JsonProperty("single_job") boolean singleJob,
        @JsonProperty("idle_timeout") int idleTimeout,
        @JsonProperty("interruption_grace_period") int interruptionGracePeriod,
        @JsonProperty("job_id") @Nullable String jobId,
        @Nullable Integer slots,
        @Nullable List<String> tags,
        @Nullable List<String> executors) {}
