package io.signalbox.gateway.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What breaks clients between two schemas of one thing. Of what is read it breaks them when something is refused that was taken; of what is given, when
 * something is missing that was there, or is of a type that it never was.
 */
final class SchemaChanges {
    private static final List<String> LEAST = List.of("minimum", "minLength", "minItems", "minProperties");
    private static final List<String> MOST = List.of("maximum", "maxLength", "maxItems", "maxProperties");

    private final JsonNode accepted;
    private final JsonNode present;
    private final Schemas.Way way;
    private final Set<String> compared = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    private SchemaChanges(JsonNode accepted, JsonNode present, Schemas.Way way) {
        this.accepted = accepted;
        this.present = present;
        this.way = way;
    }

    static SchemaChanges ofRead(JsonNode accepted, JsonNode present) {
        return new SchemaChanges(accepted, present, Schemas.Way.READ);
    }

    static SchemaChanges ofGiven(JsonNode accepted, JsonNode present) {
        return new SchemaChanges(accepted, present, Schemas.Way.GIVEN);
    }

    /** All that lie at {@code place} or below it. */
    List<String> between(String place, JsonNode before, JsonNode after) {
        compare(place, before, after);
        return found;
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        String pair =
                before.path("$ref").asString("") + " " + after.path("$ref").asString("");
        if (pair.length() > 1 && !compared.add(pair)) {
            return;
        }
        JsonNode old = resolve(accepted, before);
        JsonNode now = resolve(present, after);
        types(place, old, now);
        switch (way) {
            case READ -> narrowed(place, old, now);
            case GIVEN -> missing(place, old, now);
        }
        choices(place, old, now);
        old.path("properties").properties().forEach(it -> {
            JsonNode there = now.path("properties").path(it.getKey());
            if (there.isMissingNode()) {
                found.add("%s has no field %s any more".formatted(place, it.getKey()));
            } else {
                compare(place + "/" + it.getKey(), it.getValue(), there);
            }
        });
        for (String inner : List.of("items", "additionalProperties", "propertyNames")) {
            if (old.path(inner).isObject() && now.path(inner).isObject()) {
                compare(place + "/" + inner, old.get(inner), now.get(inner));
            }
        }
    }

    private void types(String place, JsonNode old, JsonNode now) {
        Set<String> before = types(old);
        Set<String> after = types(now);
        Set<String> must = way == Schemas.Way.READ ? before : after;
        Set<String> may = way == Schemas.Way.READ ? after : before;
        boolean anything = may.isEmpty();
        if (!anything && (must.isEmpty() || !may.containsAll(must))) {
            found.add("%s was %s and is %s".formatted(place, before, after));
        }
        if (old.has("const") && !old.get("const").equals(now.path("const"))) {
            found.add("%s is not always %s any more".formatted(place, old.get("const")));
        }
    }

    private void narrowed(String place, JsonNode old, JsonNode now) {
        if (now.has("enum")) {
            Set<String> values = texts(now.get("enum"));
            if (!old.has("enum") || !values.containsAll(texts(old.get("enum")))) {
                found.add("%s takes only %s".formatted(place, values));
            }
        }
        if (now.has("pattern") && !now.get("pattern").equals(old.path("pattern"))) {
            found.add("%s must match another pattern".formatted(place));
        }
        LEAST.stream()
                .filter(now::has)
                .filter(it -> !old.has(it) || old.get(it).asLong() < now.get(it).asLong())
                .forEach(it -> found.add("%s has a higher %s".formatted(place, it)));
        MOST.stream()
                .filter(now::has)
                .filter(it -> !old.has(it) || old.get(it).asLong() > now.get(it).asLong())
                .forEach(it -> found.add("%s has a lower %s".formatted(place, it)));
        required(now).stream()
                .filter(it -> !required(old).contains(it))
                .forEach(it -> found.add("%s requires %s now".formatted(place, it)));
    }

    private void missing(String place, JsonNode old, JsonNode now) {
        required(old).stream()
                .filter(it ->
                        !required(now).contains(it) && now.path("properties").has(it))
                .forEach(it -> found.add("%s may be without %s".formatted(place, it)));
    }

    /** As many as before: each with its own. Else each that was taken has one that takes it still; each that is given now was given before. */
    private void choices(String place, JsonNode old, JsonNode now) {
        for (String kind : List.of("oneOf", "anyOf")) {
            JsonNode before = old.path(kind);
            JsonNode after = now.path(kind);
            if (old.has(kind) != now.has(kind)) {
                found.add("%s has %s on one side alone".formatted(place, kind));
            } else if (before.size() == after.size()) {
                for (int i = 0; i < before.size(); i++) {
                    compare(place, before.get(i), after.get(i));
                }
            } else {
                counterparts(place, way == Schemas.Way.READ ? before : after, way == Schemas.Way.READ ? after : before);
            }
        }
    }

    private void counterparts(String place, JsonNode all, JsonNode among) {
        for (JsonNode one : all) {
            if (among.valueStream().noneMatch(other -> fits(one, other))) {
                found.add("%s: %s has no counterpart".formatted(place, one));
            }
        }
    }

    private boolean fits(JsonNode one, JsonNode other) {
        SchemaChanges inner = new SchemaChanges(accepted, present, way);
        return (way == Schemas.Way.READ ? inner.between("", one, other) : inner.between("", other, one)).isEmpty();
    }

    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            found = document.at(found.get("$ref").asString().substring(1));
        }
        return found;
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? texts(type) : type.isString() ? Set.of(type.asString()) : Set.of();
    }

    private static Set<String> required(JsonNode schema) {
        return texts(schema.path("required"));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> all = new TreeSet<>();
        array.forEach(it -> all.add(it.asString()));
        return all;
    }
}
