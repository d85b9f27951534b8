package io.signalbox.gateway.openapi;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with the thing that an operation has just shown: the operations at and below its address. */
final class Links {
    private final List<Operation> operations;
    private final UnaryOperator<JsonNode> schemas;

    /**
     * Among these.
     *
     * @param schemas finds what a reference means
     */
    Links(List<Operation> operations, UnaryOperator<JsonNode> schemas) {
        this.operations = operations;
        this.schemas = schemas;
    }

    /** Those of an answer of {@code from} with this schema, by name. */
    Optional<ObjectNode> of(Operation from, JsonNode schema) {
        if (!from.method().equals("post") || !from.answersAny(status -> status == 201)) {
            return Optional.empty();
        }
        String home = isHome(from.path()) ? from.path() : from.path().replaceFirst("/\\{[^/]*}/[^/]*$", "");
        ObjectNode links = Json.object();
        operations.stream()
                .filter(to -> to.path().startsWith(home + "/{"))
                .filter(to -> to.path().indexOf('{', home.length() + 2) < 0)
                .forEach(to -> links.set(to.id(), link(to, home, schemas.apply(schema))));
        return Optional.of(links);
    }

    /** Whether what is made at this address lies below it. */
    private boolean isHome(String path) {
        return operations.stream().anyMatch(to -> to.path().startsWith(path + "/{"));
    }

    private static ObjectNode link(Operation to, String home, JsonNode shown) {
        ObjectNode link = Json.object().put("operationId", to.id());
        ObjectNode parameters = link.putObject("parameters");
        for (String segment : to.path().split("/", -1)) {
            if (segment.startsWith("{")) {
                String variable = segment.substring(1, segment.length() - 1);
                parameters.put(variable, home.contains(segment) ? "$request.path." + variable : body(variable, shown));
            }
        }
        return link;
    }

    private static String body(String variable, JsonNode shown) {
        JsonNode properties = shown.path("properties");
        String property = properties.has(variable) && !variable.equals("id") ? variable : "id";
        return "$response.body#/" + (properties.has(property) ? property : "name");
    }
}
