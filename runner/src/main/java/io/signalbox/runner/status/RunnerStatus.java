package io.signalbox.runner.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.AttemptId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a runner does at one moment.
 *
 * @param pid its process
 * @param name what the relay calls it
 * @param started when it was let in
 * @param lastSync when a sync was answered last; absent before the first
 * @param draining whether it begins no task any more
 * @param unready why it wants no task at present; absent: it does
 * @param spooledBytes log that waits for the relay
 * @param slots its slots
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunnerStatus(
        long pid,
        String name,
        Instant started,
        @Nullable Instant lastSync,
        boolean draining,
        @Nullable String unready,
        long spooledBytes,
        List<SlotStatus> slots) {

    /**
     * One slot.
     *
     * @param state idle, busy or reporting
     * @param attempt what it is about; absent when idle
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SlotStatus(String state, @Nullable AttemptId attempt) {}
}
