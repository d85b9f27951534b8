package io.signalbox.gateway.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What types do not show: the rules that a value must keep, by schema ({@code TaskId}), field ({@code TaskSpec.priority}) or parameter
 * ({@code listTasks.limit}, or {@code limit} wherever there is no other); they stand in {@code shapes.json} in words of JSON Schema.
 */
final class Shapes {
    private static final ObjectNode ALL = read("/openapi/shapes.json");
    private static final Set<String> USED = new TreeSet<>();

    private Shapes() {}

    /** What is to be added to the schema of this place; nothing is most often. */
    static ObjectNode of(String place) {
        return found("add", place).orElseGet(Json::object);
    }

    /** What stands in the place of a schema, where the type says nothing. */
    static Optional<ObjectNode> whole(String place) {
        return found("whole", place);
    }

    /** Whether a field that is read must be there. */
    static boolean isRequired(String field) {
        return ALL.get("required").valueStream().anyMatch(it -> it.asString().equals(field));
    }

    /** The schema of a parameter. */
    static ObjectNode parameter(String operation, String name) {
        return found("parameters", operation + "." + name)
                .or(() -> found("parameters", name))
                .orElseThrow(() -> new AssertionError(
                        "shapes.json says nothing of the parameter %s of %s".formatted(name, operation)));
    }

    /** Places that nothing has asked for: they were renamed, or have gone. */
    static Set<String> unused() {
        Set<String> left = new TreeSet<>();
        for (String kind : new String[] {"add", "whole", "parameters"}) {
            ALL.get(kind).propertyNames().forEach(name -> left.add(kind + " " + name));
        }
        left.removeAll(USED);
        return left;
    }

    static ObjectNode read(String resource) {
        try (InputStream in = Shapes.class.getResourceAsStream(resource)) {
            return (ObjectNode) Json.MAPPER.readTree(Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ObjectNode> found(String kind, String place) {
        JsonNode schema = ALL.get(kind).get(place);
        if (schema == null) {
            return Optional.empty();
        }
        USED.add(kind + " " + place);
        return Optional.of((ObjectNode) schema.deepCopy());
    }
}
