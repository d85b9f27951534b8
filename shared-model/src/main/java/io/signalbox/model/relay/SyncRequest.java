package io.signalbox.model.relay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slot says what it does and asks what to do. Official agents send the first four; the rest is ours.
 *
 * @param state what it does
 * @param jobId its attempt; empty when it has none
 * @param jobResult {@code passed}, {@code failed} or {@code stopped} in state finished-job, else empty
 * @param interruptedAt Unix second of the runner's interruption, or 0
 * @param slot which slot; absent: 0
 * @param generation the registration that the runner believes in
 * @param sync number of this sync, rising within a session (C1)
 * @param journal every attempt that the runner has started and whose end was not acknowledged (C2)
 * @param finished everything about the end, in state finished-job
 * @param health samples taken since the last sync that was answered, oldest first; in one slot's syncs, or absent
 * @param unready why the runner wants no new attempt at present, for people; absent: it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncRequest(
        AgentState state,
        @JsonProperty("job_id") @Nullable String jobId,
        @JsonProperty("job_result") @Nullable String jobResult,
        @JsonProperty("interrupted_at") long interruptedAt,
        @Nullable Integer slot,
        @Nullable Generation generation,
        @Nullable Long sync,
        @Nullable List<AttemptId> journal,
        @Nullable FinishedAttempt finished,
        @Nullable List<HealthSample> health,
        @Nullable String unready) {}
