package io.signalbox.gateway.token;

import io.signalbox.gateway.security.ApiToken;
import io.signalbox.model.id.ProjectName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token of the client API without its value.
 *
 * @param id its id
 * @param prefix the beginning of its value
 * @param name for people
 * @param role what it may do
 * @param projects in which projects; empty: in all
 * @param decoy whether it is a bait
 * @param createdAt since when it exists
 * @param expiresAt from when on it counts no more, by the store's clock
 * @param revokedAt when somebody took it back
 * @param lastUsedAt when it was used last, to a minute
 */
record TokenView(
        String id,
        String prefix,
        String name,
        String role,
        List<ProjectName> projects,
        boolean decoy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    static TokenView of(ApiToken token) {
        return new TokenView(
                token.id(),
                token.prefix(),
                token.name(),
                token.grant().role().wire(),
                token.grant().scope().listed(),
                token.decoy(),
                token.life().createdAt(),
                token.life().expiresAt().orElse(null),
                token.life().revokedAt().orElse(null),
                token.life().lastUsedAt().orElse(null));
    }
}
