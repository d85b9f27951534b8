package io.signalbox.gateway.task.submit;

import io.signalbox.model.id.ProjectName;
import java.util.Optional;

/** How many tasks wait, as far as this gateway knows. Never blocks. */
public interface Backlog {

    /** The limit that is reached, so that another task of this project may not be taken; empty: it may. */
    Optional<Limit> reached(ProjectName project);

    /** Another task of this project was stored. */
    void grew(ProjectName project);

    /** How many tasks may wait. */
    sealed interface Limit {
        /** The most. */
        long most();

        /** Of all projects together. */
        record OfAll(long most) implements Limit {}

        /** Of one project. */
        record OfProject(ProjectName project, long most) implements Limit {}
    }
}
