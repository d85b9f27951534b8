package io.signalbox.gateway.task.belonging;

import io.signalbox.model.id.ProjectName;
import java.util.Collection;
import java.util.Set;

/** Knows which secrets a project has. Blocks for a round trip; ends with a problem when the store is away. */
@FunctionalInterface
public interface SecretNames {

    /** Those of these names that the project does not have. */
    Set<String> unknown(ProjectName project, Collection<String> names);
}
