package io.signalbox.gateway.project;

import io.signalbox.model.id.ProjectName;
import java.util.List;
import java.util.Optional;

/** Keeps projects. Methods block for a round trip and end with a problem when the store is away. */
public interface ProjectStore {

    /** All projects, by name. */
    List<Project> all();

    /** The project of this name. */
    Optional<Project> find(ProjectName name);

    /**
     * Stores a new project.
     *
     * @return false when there is one of this name; then nothing is changed
     */
    boolean insert(Project project);

    /**
     * Stores what a project is now, if nobody has changed it meanwhile.
     *
     * @param before the version that it had
     * @return whether it was stored
     */
    boolean update(Project project, long before);
}
