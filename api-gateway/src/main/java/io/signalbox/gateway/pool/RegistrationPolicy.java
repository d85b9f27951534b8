package io.signalbox.gateway.pool;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registration token without its value.
 *
 * @param id its id
 * @param prefix the beginning of its value
 * @param name for people
 * @param pool which its runners join
 * @param tags the only ones that its runners may claim; null: any
 * @param projects which its runners serve; empty: all
 * @param uses how many registrations are left; null: any number
 * @param addresses ranges from which its runners register, in CIDR notation; null: any
 * @param createdAt since when it exists
 * @param expiresAt from when on it counts no more, by the store's clock
 * @param revokedAt when somebody took it back
 */
public record RegistrationPolicy(
        String id,
        String prefix,
        @Nullable String name,
        PoolName pool,
        @Nullable List<String> tags,
        List<ProjectName> projects,
        @Nullable Integer uses,
        @Nullable List<String> addresses,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {}
