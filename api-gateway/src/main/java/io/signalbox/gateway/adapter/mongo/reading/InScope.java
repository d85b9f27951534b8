package io.signalbox.gateway.adapter.mongo.reading;

import com.mongodb.client.model.Filters;
import io.signalbox.gateway.access.Scope;
import io.signalbox.model.id.ProjectName;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;

/** The condition that a document is of a project in a scope. */
public final class InScope {
    private InScope() {}

    /** On the field with the project's name; empty when any project, or none, will do. */
    public static Optional<Bson> of(Scope scope, String field) {
        return switch (scope) {
            case Scope.Everything _ -> Optional.empty();
            case Scope.Only(Set<ProjectName> projects) ->
                Optional.of(Filters.in(
                        field, projects.stream().map(ProjectName::value).toList()));
        };
    }
}
