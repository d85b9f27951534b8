package io.signalbox.gateway.project;

import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.rule.Violation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes projects and changes what they may use. Blocks; thread-safe. */
public final class Projects {
    private final ProjectStore projects;
    private final InstantSource clock;

    /** Keeps projects in {@code projects}. */
    public Projects(ProjectStore projects, InstantSource clock) {
        this.projects = projects;
        this.clock = clock;
    }

    List<Project> all() {
        return projects.all();
    }

    Project require(String name, Scope scope) {
        return Optional.of(name)
                .filter(ProjectName::isValid)
                .map(ProjectName::new)
                .filter(scope::includes)
                .flatMap(projects::find)
                .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "There is no project of this name")
                        .toException());
    }

    Project make(ProjectName name, ProjectSettings settings) {
        Project project = new Project(name, policy(settings), clock.instant(), 0);
        if (!projects.insert(project)) {
            throw Problem.of(ErrorCode.NAME_TAKEN, "There is a project '" + name + "' already")
                    .toException();
        }
        return project;
    }

    /** Changes it; empty: somebody else has changed it since it was read. */
    Optional<Project> change(Project project, ProjectSettings settings) {
        Project changed = new Project(project.name(), policy(settings), project.createdAt(), project.version() + 1);
        return projects.update(changed, project.version()) ? Optional.of(changed) : Optional.empty();
    }

    private static ProjectPolicy policy(ProjectSettings settings) {
        List<Violation> violations = settings.violations();
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw Problem.of(ErrorCode.INVALID_REQUEST, first.pointer() + " " + first.detail(), violations)
                    .toException();
        }
        return settings.policy();
    }
}
