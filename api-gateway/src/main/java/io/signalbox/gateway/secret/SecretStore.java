package io.signalbox.gateway.secret;

import io.signalbox.model.id.ProjectName;
import java.util.Collection;
import java.util.List;

/** Keeps sealed secrets. Methods block for a round trip and throw the driver's exception when the store is away. */
public interface SecretStore {

    /** Stores a secret, in the place of an older one of its name. */
    void put(SealedSecret secret);

    /** Those of a project, by name. */
    List<SealedSecret> of(ProjectName project);

    /** Those of these names that the project has, from the primary. */
    List<SealedSecret> find(ProjectName project, Collection<String> names);

    /**
     * Removes a secret.
     *
     * @return whether it was there
     */
    boolean remove(ProjectName project, String name);
}
