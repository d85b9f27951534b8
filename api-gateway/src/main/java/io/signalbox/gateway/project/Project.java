package io.signalbox.gateway.project;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.ProjectPolicy;
import java.time.Instant;

/**
 * A project of which something was said. Tasks of any other run with what is usual.
 *
 * @param name its name
 * @param policy what it may use
 * @param createdAt since when it is known
 * @param version grows with each change
 */
public record Project(
        ProjectName name,
        @JsonUnwrapped ProjectPolicy policy,
        Instant createdAt,
        @JsonIgnore long version) {}
