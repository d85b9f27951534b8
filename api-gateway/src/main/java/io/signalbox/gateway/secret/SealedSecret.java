package io.signalbox.gateway.secret;

import io.signalbox.model.id.ProjectName;
import java.time.Instant;

/**
 * A secret as it is stored.
 *
 * @param project whose it is
 * @param name under which attempts have it in their environment
 * @param sealed its value
 * @param updatedAt when it was written
 */
public record SealedSecret(ProjectName project, String name, Sealed sealed, Instant updatedAt) {}
