package io.signalbox.gateway.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Executable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names, in words of JSON, what was expected where a value of another type stands. */
final class Expected {
    private Expected() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "has a wrong type";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getFields())
                            .filter(field -> field.isEnumConstant())
                            .map(field -> {
                                JsonProperty name = field.getAnnotation(JsonProperty.class);
                                return name == null ? field.getName() : name.value();
                            })
                            .toList();
        }
        return "must be " + name(type);
    }

    private static String name(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        if (type == Duration.class) {
            return "an ISO 8601 duration such as PT90S";
        }
        if (type == Instant.class) {
            return "an ISO 8601 time such as 2026-01-31T12:00:00Z";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return isText(type) ? "a string" : "an object";
    }

    /** Whether our JSON of it is a bare string. */
    private static boolean isText(Class<?> type) {
        return Stream.<Executable>concat(Arrays.stream(type.getConstructors()), Arrays.stream(type.getMethods()))
                .map(creator -> creator.getAnnotation(JsonCreator.class))
                .anyMatch(creator -> creator != null && creator.mode() == JsonCreator.Mode.DELEGATING);
    }
}
