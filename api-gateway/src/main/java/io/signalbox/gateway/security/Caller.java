package io.signalbox.gateway.security;

import io.signalbox.gateway.access.Grant;
import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.problem.Parameters;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.ProjectName;
import jakarta.servlet.ServletRequest;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom a request of the client API stands for. A controller takes it as an argument.
 *
 * @param token id of the token
 * @param name of the token, for people
 * @param grant what it may do, and where
 */
public record Caller(String token, String name, Grant grant) {
    static final String ATTRIBUTE = Caller.class.getName();

    /** The caller of an authenticated request. */
    public static Caller of(ServletRequest request) {
        return (Caller) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "this address needs no token");
    }

    /** The projects that it reaches; what lies outside of them is not there for it. */
    public Scope scope() {
        return grant.scope();
    }

    /** The project that a parameter names, or the default one; a problem if the caller does not reach it. */
    public ProjectName project(Optional<String> parameter) {
        ProjectName named = parameter
                .map(text -> Parameters.parse("project", text, ProjectName::new))
                .orElse(ProjectName.DEFAULT);
        refusal(named).ifPresent(problem -> {
            throw problem.toException();
        });
        return named;
    }

    /** What is wrong with a request of this caller that names {@code project}. */
    public Optional<Problem> refusal(ProjectName project) {
        return scope().includes(project)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ErrorCode.FORBIDDEN, "The token '%s' is not for project '%s'".formatted(name, project)));
    }
}
