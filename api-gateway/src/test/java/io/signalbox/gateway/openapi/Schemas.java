package io.signalbox.gateway.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.signalbox.model.spec.TaskSpec;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of records as schemas: one component for each record, sealed family, enum and name. */
final class Schemas {
    private final Map<String, ObjectNode> components = new TreeMap<>();
    private final Javadocs docs;

    Schemas(Javadocs docs) {
        this.docs = docs;
    }

    /** Which way it goes: what is read has rules, what is given has all its fields and may get more. */
    enum Way {
        READ,
        GIVEN
    }

    /** All that were referred to so far, by name. */
    ObjectNode components() {
        ObjectNode all = Json.object();
        components.forEach(all::set);
        return all;
    }

    /** What a reference to a component means; anything else is itself. */
    JsonNode resolve(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            String name = found.get("$ref").asString().replaceFirst(".*/", "");
            found = Optional.<JsonNode>ofNullable(components.get(name))
                    .orElseThrow(() -> new AssertionError("there is no schema " + name));
        }
        return found;
    }

    ObjectNode read(Class<?> type) {
        return ofClass(type, Way.READ);
    }

    ObjectNode given(Class<?> type) {
        return ofClass(type, Way.GIVEN);
    }

    ObjectNode given(AnnotatedType type) {
        return of(type, Way.GIVEN, null);
    }

    private ObjectNode of(AnnotatedType type, Way way, @Nullable AnnotatedType bound) {
        if (type instanceof AnnotatedTypeVariable && bound != null) {
            return of(bound, way, null);
        }
        if (!(type instanceof AnnotatedParameterizedType generic)) {
            return ofClass((Class<?>) type.getType(), way);
        }
        Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
        AnnotatedType last =
                generic.getAnnotatedActualTypeArguments()[generic.getAnnotatedActualTypeArguments().length - 1];
        if (List.class.isAssignableFrom(raw)) {
            return Json.object().put("type", "array").set("items", of(last, way, bound));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Json.object().put("type", "object").set("additionalProperties", of(last, way, bound));
        }
        String name = SchemaNames.of((Class<?>) last.getType(), way) + raw.getSimpleName();
        return component(name, () -> record(raw, way, last));
    }

    private ObjectNode ofClass(Class<?> type, Way way) {
        Optional<ObjectNode> scalar = Scalars.of(type);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        String name = SchemaNames.of(type, way);
        if (type.isEnum()) {
            return component(name, () -> values(type));
        }
        if (type.isInterface()) {
            return component(name, () -> family(type, way));
        }
        RecordComponent first = type.getRecordComponents()[0];
        return first.getAccessor().isAnnotationPresent(JsonValue.class)
                ? component(name, () -> Json.object().put("type", "string"))
                : component(name, () -> record(type, way, null));
    }

    private interface Maker {
        ObjectNode make();
    }

    /** Known before it is made: records may contain each other. */
    private ObjectNode component(String name, Maker maker) {
        if (!components.containsKey(name)) {
            ObjectNode schema = Json.object();
            components.put(name, schema);
            Json.merge(schema, Shapes.whole(name).orElseGet(maker::make));
            Json.merge(schema, Shapes.of(name));
        }
        return Json.ref("schemas/" + name);
    }

    private static ObjectNode values(Class<?> type) {
        ObjectNode schema = Json.object().put("type", "string");
        ArrayNode values = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(value -> values.add(Json.MAPPER.<JsonNode>valueToTree(value)));
        return schema;
    }

    private ObjectNode family(Class<?> type, Way way) {
        ObjectNode schema = Json.object();
        ArrayNode members = schema.putArray("oneOf");
        ObjectNode discriminator = schema.putObject("discriminator");
        String property = type.getAnnotation(JsonTypeInfo.class).property();
        discriminator.put("propertyName", property);
        ObjectNode mapping = discriminator.putObject("mapping");
        for (JsonSubTypes.Type member : type.getAnnotation(JsonSubTypes.class).value()) {
            ObjectNode reference = ofClass(member.value(), way);
            members.add(reference);
            mapping.set(member.name(), reference.get("$ref"));
            ObjectNode made = (ObjectNode) resolve(reference);
            made.withObjectProperty("properties").putObject(property).put("const", member.name());
            made.withArrayProperty("required").add(property);
        }
        return schema;
    }

    private ObjectNode record(Class<?> type, Way way, @Nullable AnnotatedType bound) {
        ObjectNode schema = Json.object().put("type", "object");
        docs.of(type).ifPresent(text -> schema.put("description", text));
        schema.putObject("properties");
        schema.putArray("required");
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
                add(schema, component, way, bound);
            }
        }
        if (schema.get("required").isEmpty()) {
            schema.remove("required");
        }
        if (way == Way.READ) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    private void add(ObjectNode schema, RecordComponent component, Way way, @Nullable AnnotatedType bound) {
        if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
            JsonNode inner = record(component.getType(), way, null);
            inner.get("properties")
                    .properties()
                    .forEach(it -> schema.withObjectProperty("properties").set(it.getKey(), it.getValue()));
            inner.path("required").forEach(schema.withArrayProperty("required")::add);
            return;
        }
        Class<?> owner = component.getDeclaringRecord();
        String place = SchemaNames.of(owner, way) + "." + component.getName();
        ObjectNode property = place.equals("TaskView.spec")
                ? ofClass(TaskSpec.class, Way.GIVEN)
                : Shapes.whole(place).orElseGet(() -> of(component.getAnnotatedType(), way, bound));
        Json.merge(property, Shapes.of(place));
        boolean needed = way == Way.READ ? Shapes.isRequired(place) : !isLeftOut(component);
        if (needed) {
            schema.withArrayProperty("required").add(component.getName());
        }
        boolean mayBeNull = way == Way.READ
                ? !needed
                : needed && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        ObjectNode whole = mayBeNull ? orNull(property) : property;
        docs.of(owner, component.getName()).ifPresent(text -> whole.put("description", text));
        schema.withObjectProperty("properties").set(component.getName(), whole);
    }

    /** Whether nothing stands where others write null. */
    private static boolean isLeftOut(RecordComponent component) {
        JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
        JsonInclude all = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        JsonInclude counts = own == null ? all : own;
        if (counts == null) {
            return false;
        }
        return switch (counts.value()) {
            case NON_NULL -> component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            case NON_EMPTY -> true;
            case ALWAYS, NON_ABSENT, NON_DEFAULT, CUSTOM, USE_DEFAULTS -> false;
        };
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.path("type").isString() && !schema.has("enum")) {
            ArrayNode types = Json.array().add(schema.get("type")).add("null");
            schema.set("type", types);
            return schema;
        }
        ObjectNode either = Json.object();
        either.putArray("anyOf").add(schema).add(Json.object().put("type", "null"));
        return either;
    }

    /** What is in the envelope that Spring knows, if there is anything. */
    static Optional<AnnotatedType> body(AnnotatedType returned) {
        AnnotatedType inner = returned instanceof AnnotatedParameterizedType generic
                        && generic.getType().getTypeName().startsWith("org.springframework.http.ResponseEntity")
                ? generic.getAnnotatedActualTypeArguments()[0]
                : returned;
        Type type = inner.getType();
        return type == void.class || type == Void.class ? Optional.empty() : Optional.of(inner);
    }
}
