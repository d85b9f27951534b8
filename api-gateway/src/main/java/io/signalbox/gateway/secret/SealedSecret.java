package io.signalbox.gateway.secret;

import io.signalbox.model.id.ProjectName;
import java.time.Instant;

/**
 * A secret as it is stored.
 *
 * @param project whose it is
 * @param name under which attempts have it in their environment
 * @param key id of the key that opens it
 * @param value the sealed value, in base64
 * @param updatedAt when it was written
 */
public record SealedSecret(ProjectName project, String name, String key, String value, Instant updatedAt) {}
