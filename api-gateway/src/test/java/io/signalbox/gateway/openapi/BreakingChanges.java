package io.signalbox.gateway.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a client that was made from an accepted document cannot bear in a newer one: calls that are refused now, and answers without
 * what it relies on. More operations, optional parameters and fields, problems, and values in answers are no breaks: the document says that they come.
 */
final class BreakingChanges {
    private final JsonNode accepted;
    private final JsonNode present;
    private final List<String> found = new ArrayList<>();

    private BreakingChanges(JsonNode accepted, JsonNode present) {
        this.accepted = accepted;
        this.present = present;
    }

    /** All of them, in words; empty when there is none. */
    static List<String> between(JsonNode accepted, JsonNode present) {
        BreakingChanges changes = new BreakingChanges(accepted, present);
        accepted.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(it -> changes.operation(path.getKey(), it.getKey(), it.getValue())));
        return changes.found;
    }

    private void operation(String path, String method, JsonNode before) {
        String name = method.toUpperCase(Locale.ROOT) + " " + path;
        JsonNode after = present.path("paths").path(path).path(method);
        if (after.isMissingNode()) {
            found.add(name + " is gone");
            return;
        }
        if (!before.get("operationId").equals(after.get("operationId"))) {
            found.add(name + " has another operationId");
        }
        parameters(name, byName(before), byName(after));
        body(name, before.path("requestBody"), after.path("requestBody"));
        before.get("responses").properties().stream()
                .filter(it -> it.getKey().startsWith("2"))
                .forEach(it -> answer(
                        name + " " + it.getKey(),
                        it.getValue(),
                        after.get("responses").path(it.getKey())));
    }

    private void parameters(String name, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        before.forEach((key, parameter) -> {
            if (!after.containsKey(key)) {
                found.add("%s knows no parameter %s any more".formatted(name, key));
                return;
            }
            String place = name + " " + key;
            found.addAll(SchemaChanges.ofRead(accepted, present)
                    .between(place, parameter.get("schema"), after.get(key).get("schema")));
        });
        after.forEach((key, parameter) -> {
            boolean was =
                    before.containsKey(key) && before.get(key).path("required").asBoolean(false);
            if (parameter.path("required").asBoolean(false) && !was) {
                found.add("%s requires the parameter %s now".formatted(name, key));
            }
        });
    }

    private static Map<String, JsonNode> byName(JsonNode operation) {
        Map<String, JsonNode> named = new TreeMap<>();
        operation
                .path("parameters")
                .forEach(it ->
                        named.put(it.get("in").asString() + " " + it.get("name").asString(), it));
        return named;
    }

    private void body(String name, JsonNode before, JsonNode after) {
        if (before.isMissingNode()) {
            if (after.path("required").asBoolean(false)) {
                found.add(name + " requires a body now");
            }
            return;
        }
        before.path("content").properties().forEach(it -> {
            JsonNode now = after.path("content").path(it.getKey());
            if (now.isMissingNode()) {
                found.add("%s takes no %s any more".formatted(name, it.getKey()));
            } else {
                found.addAll(SchemaChanges.ofRead(accepted, present)
                        .between(name + " body", it.getValue().get("schema"), now.get("schema")));
            }
        });
    }

    private void answer(String name, JsonNode before, JsonNode after) {
        if (after.isMissingNode()) {
            found.add(name + " is no answer any more");
            return;
        }
        gone(name + " has no header ", names(before.path("headers")), names(after.path("headers")));
        before.path("content").properties().forEach(it -> {
            JsonNode now = after.path("content").path(it.getKey());
            if (now.isMissingNode()) {
                found.add("%s gives no %s any more".formatted(name, it.getKey()));
            } else {
                found.addAll(SchemaChanges.ofGiven(accepted, present)
                        .between(name, it.getValue().get("schema"), now.get("schema")));
            }
        });
    }

    private void gone(String what, Collection<String> before, Collection<String> after) {
        before.stream().filter(it -> !after.contains(it)).forEach(it -> found.add(what + it + " any more"));
    }

    private static Collection<String> names(JsonNode object) {
        return object.propertyNames();
    }
}
