package io.signalbox.gateway.project;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.audit.http.Audited;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.revision.Revision;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.ProjectName;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Shows, makes and changes projects. */
@RestController
public final class ProjectController {
    private static final String PROJECTS = "/api/v1/projects";
    private static final String PROJECT = PROJECTS + "/{project}";

    private final JsonBody json;
    private final Projects projects;

    /** Shows {@code projects}. */
    public ProjectController(JsonBody json, Projects projects) {
        this.json = json;
        this.projects = projects;
    }

    /** Body that names a new project and says what it may use. */
    record NewProject(
            @Nullable ProjectName name,
            @Nullable Integer weight,
            @Nullable Integer cap,
            @Nullable Integer backlog,
            @Nullable Duration retention,
            @Nullable Duration logRetention) {
        ProjectSettings settings() {
            return new ProjectSettings(weight, cap, backlog, retention, logRetention);
        }
    }

    @GetMapping(PROJECTS)
    @Needs(Role.VIEWER)
    @Described(id = "listProjects", summary = "Lists projects")
    Page<Project> list(Caller caller) {
        return new Page<>(
                projects.all().stream()
                        .filter(project -> caller.scope().includes(project.name()))
                        .toList(),
                null);
    }

    @GetMapping(PROJECT)
    @Needs(Role.VIEWER)
    @Described(id = "getProject", summary = "Shows a project", revised = true)
    ResponseEntity<Project> get(@PathVariable String project, Caller caller) {
        return shown(projects.require(project, caller.scope()));
    }

    @PostMapping(path = PROJECTS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.ADMIN)
    @Audited("project.make")
    @Described(
            id = "createProject",
            summary = "Makes a project",
            reads = NewProject.class,
            answers = 201,
            problems = ErrorCode.NAME_TAKEN)
    ResponseEntity<Project> make(InputStream body) throws IOException {
        NewProject wanted = json.small(body, NewProject.class);
        ProjectName name = wanted.name();
        if (name == null) {
            throw Problem.at(ErrorCode.INVALID_REQUEST, "/name", "is required").toException();
        }
        return ResponseEntity.created(URI.create(PROJECTS + "/" + name)).body(projects.make(name, wanted.settings()));
    }

    /** Changes what is named; null takes a limit away. */
    @PatchMapping(path = PROJECT, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.ADMIN)
    @Audited("project.change")
    @Described(
            id = "changeProject",
            summary = "Changes what is named of a project; null takes a limit away",
            reads = ProjectSettings.class,
            revised = true,
            problems = ErrorCode.PRECONDITION_FAILED)
    ResponseEntity<Project> change(
            @PathVariable String project,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            InputStream body)
            throws IOException {
        ObjectNode patch = json.patch(body);
        return shown(Revision.edit(
                ifMatch,
                () -> projects.require(project, Scope.everything()),
                Project::version,
                known -> projects.change(known, json.merged(patch, known.policy(), ProjectSettings.class))));
    }

    private static ResponseEntity<Project> shown(Project project) {
        return Revision.shown(project, project.version());
    }
}
