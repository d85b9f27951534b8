package io.signalbox.gateway.pool;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.policy.PoolPolicy;
import java.time.Instant;

/**
 * A set of runners with one registration policy.
 *
 * @param name its name, which is a tag of every runner in it
 * @param policy how it is used
 * @param createdAt since when it exists
 * @param version grows with each change
 */
public record Pool(
        PoolName name,
        @JsonUnwrapped PoolPolicy policy,
        Instant createdAt,
        @JsonIgnore long version) {}
