package io.signalbox.gateway.openapi;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Values that are no objects of ours. */
final class Scalars {
    /** What is read and written of ISO 8601: days, hours, minutes and seconds. */
    static final String DURATION =
            "^P([0-9]{1,4}D|([0-9]{1,4}D)?T([0-9]{1,5}H([0-9]{1,5}M)?([0-9]{1,8}(\\.[0-9]{1,9})?S)?"
                    + "|[0-9]{1,5}M([0-9]{1,8}(\\.[0-9]{1,9})?S)?|[0-9]{1,8}(\\.[0-9]{1,9})?S))$";

    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(Instant.class, "string"),
            Map.entry(Duration.class, "string"),
            Map.entry(URI.class, "string"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(double.class, "number"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"));

    private Scalars() {}

    static Optional<ObjectNode> of(Class<?> type) {
        if (type == Object.class || JsonNode.class.isAssignableFrom(type)) {
            return Optional.of(Json.object());
        }
        return Optional.ofNullable(NAMES.get(type)).map(name -> {
            ObjectNode schema = Json.object().put("type", name);
            if (type == Instant.class) {
                schema.put("format", "date-time");
            }
            if (type == URI.class) {
                schema.put("format", "uri");
            }
            if (type == Duration.class) {
                schema.put("pattern", DURATION);
            }
            if (name.equals("integer")) {
                schema.put("format", type == long.class || type == Long.class ? "int64" : "int32");
            }
            return schema;
        });
    }
}
