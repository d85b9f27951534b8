package io.signalbox.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each kind of change that breaks clients is found in a doctored document, and what breaks nobody is not. */
class BreakingChangesTest {
    private static final ObjectNode DOCUMENT = Shapes.read("/openapi.json");

    @Test
    void sameDocumentBreaksNobody() {
        assertThat(BreakingChanges.between(DOCUMENT, DOCUMENT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /paths/~1api~1v1~1tasks                                               | post          | POST /api/v1/tasks is gone
            /paths/~1api~1v1~1tasks/post/responses                                | 201           | is no answer any more
            /paths/~1api~1v1~1tasks/post/responses/201/headers                    | Location      | has no header Location any more
            /paths/~1api~1v1~1tasks~1{task}~1log/get/responses/200/content        | text/plain    | gives no text/plain any more
            /paths/~1api~1v1~1tasks/post/requestBody/content                      | application/json | takes no application/json any more
            /components/schemas/TaskView/properties                               | exitCode      | has no field exitCode any more
            /components/schemas/TaskSpec/properties                               | labels        | has no field labels any more
            """)
    void whatIsTakenAwayIsFound(String place, String name, String expected) {
        assertThat(after(document -> ((ObjectNode) document.at(place)).remove(name)))
                .anySatisfy(it -> assertThat(it).contains(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /paths/~1api~1v1~1tasks/post                      | operationId | "makeTask"          | another operationId
            /paths/~1api~1v1~1tasks/get/parameters/0          | required    | true                | requires the parameter query project now
            /paths/~1api~1v1~1tasks/get/parameters/0          | name        | "owner"             | knows no parameter query project any more
            /components/schemas/TaskSpec/properties/priority  | maximum     | 50                  | has a lower maximum
            /components/schemas/TaskSpec/properties/priority  | minimum     | 1                   | has a higher minimum
            /components/schemas/TaskSpec/properties/name      | pattern     | "^x$"               | must match another pattern
            /components/schemas/TaskSpec/properties/name      | type        | "string"            | was [null, string] and is [string]
            /components/schemas/OnLostPolicy                  | enum        | ["fail"]            | takes only [fail]
            /components/schemas/TaskView/properties/exitCode  | type        | "string"            | was [integer, null] and is [string]
            /components/schemas/TaskView/properties/createdAt | type        | ["string","null"]   | was [string] and is [null, string]
            /components/schemas/ExecutorDocker/properties/type | const      | "oci"               | is not always
            """)
    void whatIsNarrowedIsFound(String place, String name, String value, String expected) {
        assertThat(after(document -> ((ObjectNode) document.at(place)).set(name, Json.MAPPER.readTree(value))))
                .anySatisfy(it -> assertThat(it).contains(expected));
    }

    @Test
    void newRequiredFieldIsFound() {
        assertThat(after(document -> required(document, "TaskSpec").add("name")))
                .anySatisfy(it -> assertThat(it).contains("requires name now"));
    }

    @Test
    void fieldThatMayBeMissingIsFound() {
        assertThat(after(document -> required(document, "TaskView").removeAll()))
                .anySatisfy(it -> assertThat(it).contains("may be without id"));
    }

    @Test
    void newRequiredParameterIsFound() {
        assertThat(
                        after(
                                document -> ((ArrayNode) document.at("/paths/~1api~1v1~1me/get/parameters"))
                                        .add(
                                                Json.object(
                                                        "{\"name\":\"who\",\"in\":\"query\",\"required\":true,\"schema\":{\"type\":\"string\"}}"))))
                .containsExactly("GET /api/v1/me requires the parameter query who now");
    }

    @Test
    void newBodyThatIsRequiredIsFound() {
        assertThat(after(document -> ((ObjectNode) document.at("/paths/~1api~1v1~1tasks~1{id}~1cancel/post"))
                        .putObject("requestBody")
                        .put("required", true)))
                .containsExactly("POST /api/v1/tasks/{id}/cancel requires a body now");
    }

    @Test
    void whatComesInAdditionBreaksNobody() {
        assertThat(after(document -> {
                    property(document, "TaskSpec", "colour").put("type", "string");
                    property(document, "TaskView", "colour").put("type", "string");
                    required(document, "TaskView").add("colour");
                    ((ArrayNode) document.at("/components/schemas/TaskState/enum")).add("paused");
                    ((ObjectNode) document.at("/components/schemas/TaskSpec/properties/priority")).put("maximum", 200);
                    ((ObjectNode) document.at("/paths"))
                            .set(
                                    "/api/v1/more",
                                    document.at("/paths/~1api~1v1~1me").deepCopy());
                    ((ObjectNode) document.at("/paths/~1api~1v1~1me/get/responses")).putObject("410");
                }))
                .isEmpty();
    }

    private static List<String> after(Consumer<ObjectNode> change) {
        ObjectNode doctored = DOCUMENT.deepCopy();
        change.accept(doctored);
        assertThat((JsonNode) doctored).as("the document is changed").isNotEqualTo(DOCUMENT);
        return BreakingChanges.between(DOCUMENT, doctored);
    }

    private static ArrayNode required(JsonNode document, String schema) {
        return (ArrayNode) document.at("/components/schemas/%s/required".formatted(schema));
    }

    private static ObjectNode property(JsonNode document, String schema, String name) {
        return ((ObjectNode) document.at("/components/schemas/%s/properties".formatted(schema))).putObject(name);
    }
}
