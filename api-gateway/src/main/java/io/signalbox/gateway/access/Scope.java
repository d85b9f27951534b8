package io.signalbox.gateway.access;

import io.signalbox.model.id.ProjectName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Some of the projects, or all of them. */
public sealed interface Scope {
    /** All of them. */
    record Everything() implements Scope {
        @Override
        public List<ProjectName> listed() {
            return List.of();
        }

        @Override
        public boolean includes(ProjectName project) {
            return true;
        }

        @Override
        public boolean includes(Scope other) {
            return true;
        }
    }

    /**
     * Those that are named.
     *
     * @param projects which; none: a scope that nothing lies in
     */
    record Only(Set<ProjectName> projects) implements Scope {
        public Only {
            projects = Set.copyOf(projects);
        }

        @Override
        public List<ProjectName> listed() {
            return projects.stream()
                    .sorted(Comparator.comparing(ProjectName::value))
                    .toList();
        }

        @Override
        public boolean includes(ProjectName project) {
            return projects.contains(project);
        }

        @Override
        public boolean includes(Scope other) {
            return other instanceof Only(Set<ProjectName> theirs) && projects.containsAll(theirs);
        }
    }

    /** All projects, also those that come later. */
    static Scope everything() {
        return new Everything();
    }

    /** These projects; none named: all there are. */
    static Scope of(Collection<ProjectName> projects) {
        return projects.isEmpty() ? everything() : new Only(Set.copyOf(projects));
    }

    /** The projects by name; empty: all. */
    List<ProjectName> listed();

    /** Whether this project lies in it. */
    boolean includes(ProjectName project);

    /** Whether all that lies in {@code other} lies in it. */
    boolean includes(Scope other);

    /** What of it a filter leaves: a project outside of it leaves nothing. */
    default Scope narrowedTo(Optional<ProjectName> project) {
        return project.<Scope>map(one -> new Only(includes(one) ? Set.of(one) : Set.of()))
                .orElse(this);
    }
}
