package io.signalbox.gateway.openapi;

import io.signalbox.gateway.problem.ProblemBody;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the document of the API (OpenAPI 3.1) from its operations. */
final class OpenApi {
    private static final String INTRODUCTION = """
            Signalbox distributes tasks to remote runners. JSON in UTF-8; times are ISO 8601 in UTC with milliseconds, durations ISO 8601 of days, hours, minutes and \
            seconds. Errors are problems (RFC 9457); the schema Problem has every code. Fields and parameters that are not known are refused when they are read; \
            answers may get more fields. Cursors mean nothing to callers.""";

    private final List<Operation> operations;
    private final Schemas schemas = new Schemas(new Javadocs());
    private final ProblemResponses problems = new ProblemResponses();
    private final Parameters parameters = new Parameters();
    private final Examples examples = new Examples(schemas::resolve);
    private final Links links;

    OpenApi(List<Operation> operations) {
        this.operations = operations;
        this.links = new Links(operations, schemas::resolve);
    }

    /** Fields of which {@code examples.json} says nothing; to be asked after {@link #document}. */
    Set<String> missingExamples() {
        return examples.missing();
    }

    ObjectNode document() {
        ObjectNode document = Shapes.read("/openapi/frame.json");
        document.withObjectProperty("info").put("description", INTRODUCTION);
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : operations) {
            paths.withObjectProperty(operation.path()).set(operation.method(), described(operation));
        }
        ObjectNode components = document.withObjectProperty("components");
        components.set("schemas", schemas());
        components.set("responses", problems.shared());
        return document;
    }

    private ObjectNode schemas() {
        schemas.given(ProblemBody.class);
        ObjectNode all = schemas.components();
        all.properties().forEach(it -> {
            ObjectNode schema = (ObjectNode) it.getValue();
            boolean read = schema.path("additionalProperties").isBoolean();
            if (!read && !schema.has("examples") && !schema.has("enum")) {
                JsonNode example = examples.of(it.getKey(), schema);
                schema.putArray("examples").add(example);
            }
        });
        return all;
    }

    private ObjectNode described(Operation operation) {
        ObjectNode described = Json.object().put("operationId", operation.id());
        described.put("summary", operation.described().summary());
        described.putArray("tags").add(operation.subject());
        described.set("parameters", parameters.of(operation));
        if (operation.reads()) {
            described.set("requestBody", body(operation));
        }
        ObjectNode responses = described.putObject("responses");
        operation.answers().forEach(status -> responses.set(status.toString(), answer(operation, status)));
        problems.of(operation.problems()).forEach(responses::set);
        return described;
    }

    private ObjectNode body(Operation operation) {
        ObjectNode body = Json.object().put("required", true);
        ObjectNode json = body.putObject("content").putObject(MediaType.APPLICATION_JSON_VALUE);
        json.set("schema", schemas.read(operation.described().reads()));
        ObjectNode named = json.putObject("examples");
        for (var example :
                Shapes.read("/openapi/requests.json").get(operation.id()).properties()) {
            named.putObject(example.getKey()).set("value", example.getValue());
        }
        return body;
    }

    private ObjectNode answer(Operation operation, int status) {
        ObjectNode answer = Json.object().put("description", Statuses.meaning(status));
        answer.set("headers", Statuses.headers(operation, status));
        ObjectNode content = Json.object();
        for (Method handler : operation.handlers()) {
            content(handler, status).ifPresent(schema -> {
                content.putObject(Operation.described(handler).gives()).set("schema", schema);
                links.of(operation, schema).ifPresent(them -> answer.set("links", them));
            });
        }
        if (!content.isEmpty() && status != 204) {
            answer.set("content", content);
        }
        return answer;
    }

    private Optional<JsonNode> content(Method handler, int status) {
        Described described = Operation.described(handler);
        if (Arrays.stream(described.answers()).noneMatch(it -> it == status)) {
            return Optional.empty();
        }
        if (!described.gives().equals(MediaType.APPLICATION_JSON_VALUE)) {
            // The document has no words for what a stream is made of.
            boolean stream = described.gives().equals(MediaType.TEXT_EVENT_STREAM_VALUE);
            return Optional.of(stream ? Json.object() : Json.object().put("type", "string"));
        }
        Optional<AnnotatedType> type = Schemas.body(handler.getAnnotatedReturnType());
        return type.map(schemas::given);
    }
}
