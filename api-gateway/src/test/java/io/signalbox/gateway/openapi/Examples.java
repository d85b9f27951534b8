package io.signalbox.gateway.openapi;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An example of a schema, put together from those of its parts; what strings look like stands in {@code examples.json}, by field. */
final class Examples {
    private static final ObjectNode KNOWN = Shapes.read("/openapi/examples.json");

    private final UnaryOperator<JsonNode> resolve;
    private final Set<String> missing = new TreeSet<>();

    Examples(UnaryOperator<JsonNode> resolve) {
        this.resolve = resolve;
    }

    /** Fields of which an example is to be written. */
    Set<String> missing() {
        return missing;
    }

    /** One for the component of this name. */
    JsonNode of(String component, JsonNode schema) {
        return of(component, "", schema);
    }

    private JsonNode of(String owner, String field, JsonNode schema) {
        Optional<JsonNode> known = Optional.<JsonNode>ofNullable(KNOWN.get(owner + "." + field))
                .or(() -> Optional.ofNullable(KNOWN.get(field)));
        if (known.isPresent() && !field.isEmpty()) {
            return known.get();
        }
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString().replaceFirst(".*/", "");
            return of(name, KNOWN.has(name) ? name : "", resolve.apply(schema));
        }
        for (String said : new String[] {"const", "default"}) {
            if (schema.has(said)) {
                return schema.get(said);
            }
        }
        for (String several : new String[] {"examples", "enum"}) {
            if (schema.has(several)) {
                return schema.get(several).get(0);
            }
        }
        for (String choice : new String[] {"anyOf", "oneOf"}) {
            if (schema.has(choice)) {
                return of(owner, field, schema.get(choice).get(0));
            }
        }
        return byType(owner, field, schema);
    }

    private JsonNode byType(String owner, String field, JsonNode schema) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asString() : type.asString("")) {
            case "object" -> object(owner, schema);
            case "array" -> Json.array().add(of(owner, field, schema.get("items")));
            case "integer", "number" -> nodes.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> nodes.booleanNode(false);
            case "string" -> string(owner, field, schema);
            default -> Json.object();
        };
    }

    private ObjectNode object(String owner, JsonNode schema) {
        ObjectNode example = Json.object();
        schema.path("properties")
                .properties()
                .forEach(it -> example.set(it.getKey(), of(owner, it.getKey(), it.getValue())));
        return example;
    }

    private JsonNode string(String owner, String field, JsonNode schema) {
        if (schema.path("format").asString("").equals("date-time")) {
            return JsonNodeFactory.instance.stringNode("2026-01-31T12:00:00.000Z");
        }
        if (schema.path("pattern").asString("").equals(Scalars.DURATION)) {
            return JsonNodeFactory.instance.stringNode("PT90S");
        }
        missing.add(owner + "." + field);
        return JsonNodeFactory.instance.stringNode("");
    }
}
