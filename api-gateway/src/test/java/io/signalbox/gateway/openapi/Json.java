package io.signalbox.gateway.openapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON for the document. */
final class Json {
    static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The object in this text. */
    static ObjectNode object(String text) {
        return (ObjectNode) MAPPER.readTree(text);
    }

    static ObjectNode ref(String place) {
        return object().put("$ref", "#/components/" + place);
    }

    /** Puts what {@code more} has into {@code target}, objects into objects. */
    static void merge(ObjectNode target, ObjectNode more) {
        for (var entry : more.properties()) {
            JsonNode there = target.get(entry.getKey());
            if (there instanceof ObjectNode into && entry.getValue() instanceof ObjectNode from) {
                merge(into, from);
            } else {
                target.set(entry.getKey(), entry.getValue());
            }
        }
    }

    static String text(JsonNode document) {
        return MAPPER.writeValueAsString(document).replace("\r\n", "\n") + "\n";
    }
}
