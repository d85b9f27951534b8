package io.signalbox.model.relay.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RunnerId;
import org.jspecify.annotations.Nullable;

/**
 * The relay knows the runner from now on. Official agents read {@code name} and {@code token}.
 *
 * @param name what it is called
 * @param token for all later control calls and log pushes
 * @param runner its id
 * @param generation this registration (C6)
 * @param pool where it belongs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterResponse(
        String name,
        String token,
        @Nullable RunnerId runner,
        @Nullable Generation generation,
        @Nullable PoolName pool) {}
