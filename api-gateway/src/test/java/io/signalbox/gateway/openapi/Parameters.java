package io.signalbox.gateway.openapi;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of operations: in the address, the query and the headers. */
final class Parameters {

    /** Those of all handlers of an operation, each once. */
    ArrayNode of(Operation operation) {
        Map<String, ObjectNode> found = new LinkedHashMap<>();
        for (Method handler : operation.handlers()) {
            for (Parameter parameter : handler.getParameters()) {
                of(operation, parameter)
                        .ifPresent(it -> found.putIfAbsent(it.get("name").asString(), it));
            }
        }
        ArrayNode all = Json.array();
        List<ObjectNode> inOrder = new ArrayList<>(found.values());
        inOrder.forEach(all::add);
        return all;
    }

    private static Optional<ObjectNode> of(Operation operation, Parameter parameter) {
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            return Optional.of(described(operation, parameter.getName(), "path").put("required", true));
        }
        RequestParam query = parameter.getAnnotation(RequestParam.class);
        if (query != null) {
            return Optional.of(described(operation, named(query.name(), parameter), "query"));
        }
        RequestHeader header = parameter.getAnnotation(RequestHeader.class);
        if (header != null) {
            String name = header.name().isEmpty() ? header.value() : header.name();
            return Optional.of(described(operation, name, "header"));
        }
        return Optional.empty();
    }

    private static String named(String annotated, Parameter parameter) {
        return annotated.isEmpty() ? parameter.getName() : annotated;
    }

    private static ObjectNode described(Operation operation, String name, String in) {
        ObjectNode shape = Shapes.parameter(operation.id(), name);
        ObjectNode described = Json.object().put("name", name).put("in", in);
        described.set("description", shape.remove("description"));
        described.set("schema", shape);
        return described;
    }
}
