package io.signalbox.gateway.pool;

import io.signalbox.model.id.PoolName;
import java.time.Instant;

/**
 * A set of runners with one registration policy.
 *
 * @param name its name, which is a tag of every runner in it
 * @param createdAt since when it exists
 */
public record Pool(PoolName name, Instant createdAt) {}
