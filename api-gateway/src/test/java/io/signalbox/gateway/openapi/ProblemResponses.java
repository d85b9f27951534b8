package io.signalbox.gateway.openapi;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.problem.ProblemBody;
import io.signalbox.model.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of operations that are problems; those with the same status and codes are one, which they share. */
final class ProblemResponses {
    private final Map<String, ObjectNode> shared = new TreeMap<>();

    /** What to answer with by status. */
    Map<String, ObjectNode> of(Set<ErrorCode> problems) {
        Map<Integer, List<ErrorCode>> byStatus =
                problems.stream().collect(Collectors.groupingBy(ErrorCode::status, TreeMap::new, Collectors.toList()));
        Map<String, ObjectNode> references = new TreeMap<>();
        byStatus.forEach((status, codes) -> {
            String name = status + codes.stream().map(ErrorCode::wire).collect(Collectors.joining("-", "-", ""));
            shared.computeIfAbsent(name, _ -> response(status, codes));
            references.put(Integer.toString(status), Json.ref("responses/" + name));
        });
        return references;
    }

    /** All that operations refer to, by name. */
    ObjectNode shared() {
        ObjectNode all = Json.object();
        shared.forEach(all::set);
        return all;
    }

    private static ObjectNode response(int status, List<ErrorCode> codes) {
        ObjectNode response = Json.object();
        response.put("description", codes.stream().map(ErrorCode::title).collect(Collectors.joining("; ")));
        ObjectNode headers = response.putObject("headers");
        headers.set("X-Request-Id", Json.ref("headers/X-Request-Id"));
        if (codes.stream().allMatch(ErrorCode::isRetryable)) {
            headers.set("Retry-After", Json.ref("headers/Retry-After"));
        }
        if (codes.contains(ErrorCode.UNAUTHENTICATED)) {
            headers.set("WWW-Authenticate", Json.ref("headers/WWW-Authenticate"));
        }
        ObjectNode content = response.putObject("content").putObject(ProblemBody.MEDIA_TYPE);
        ObjectNode narrowed = Json.object();
        ObjectNode properties = narrowed.putObject("properties");
        properties.putObject("status").put("const", status);
        ArrayNode names = properties.putObject("code").putArray("enum");
        codes.forEach(code -> names.add(code.wire()));
        content.putObject("schema")
                .putArray("allOf")
                .add(Json.ref("schemas/Problem"))
                .add(narrowed);
        Problem example = Problem.of(codes.getFirst(), codes.getFirst().title());
        content.set("example", Json.MAPPER.valueToTree(ProblemBody.of(example, "0f3c5a7e9b1d2c4e")));
        return response;
    }
}
