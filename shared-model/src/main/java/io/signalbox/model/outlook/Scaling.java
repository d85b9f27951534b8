package io.signalbox.model.outlook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.PoolName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many slots a pool should have, and why.
 *
 * @param pool which
 * @param wanted slots that it should have
 * @param present slots of its runners that take tasks
 * @param busy slots with a live attempt
 * @param waiting tasks that it is counted on for
 * @param usual how long one of these takes, by what such tasks took lately; absent: none has ended yet
 * @param pickupTarget how long a task should wait at most
 * @param reason for people
 * @param at when it was so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Scaling(
        PoolName pool,
        int wanted,
        int present,
        int busy,
        int waiting,
        @Nullable Duration usual,
        Duration pickupTarget,
        String reason,
        Instant at) {}
