package io.signalbox.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.http.ApiClient;
import io.signalbox.gateway.http.RunningGateway;
import io.signalbox.model.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document that is served is the last accepted one, and says what the code says. {@code -Dgolden.update=true} accepts what the code says now, but not what breaks
 * clients: that takes {@code -Dapi.break=true} as well, and a word to them.
 */
class OpenApiTest {
    private static final Path DOCUMENT = Path.of("src/main/resources/openapi.json");

    private final RunningGateway gateway = RunningGateway.shared();
    private final List<Operation> operations =
            Operation.of(gateway.bean(RequestMappingHandlerMapping.class).getHandlerMethods());
    private final OpenApi code = new OpenApi(operations);
    private final ObjectNode present = code.document();

    @Test
    void acceptedClientsAreNotBroken() throws IOException {
        List<String> breaks = BreakingChanges.between(accepted(), present);
        if (!Boolean.getBoolean("api.break")) {
            assertThat(breaks)
                    .as("what breaks clients of the accepted document")
                    .isEmpty();
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOCUMENT, Json.text(present));
        }
        assertThat(Files.readString(DOCUMENT))
                .as("%s, which -Dgolden.update=true writes", DOCUMENT)
                .isEqualTo(Json.text(present));
    }

    @Test
    void documentIsServedToEverybody() {
        ApiClient nobody = gateway.client().with("");

        assertThat(nobody.get("/openapi.json")
                        .is(200)
                        .response()
                        .body()
                        .equals(Json.text(Shapes.read("/openapi.json"))))
                .as("what is served is what was built in")
                .isTrue();
    }

    @Test
    void everyIdIsOfOneOperation() {
        assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates();
        operations.forEach(operation -> assertThat(operation.handlers())
                .extracting(handler -> Operation.described(handler).id())
                .containsOnly(operation.id()));
    }

    @Test
    void everyProblemIsInTheCatalogue() {
        Set<String> documented = new TreeSet<>();
        present.at("/components/schemas/ErrorCode/enum").forEach(it -> documented.add(it.asString()));

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).toList());
    }

    @Test
    void everyTextHasAnExample() {
        assertThat(code.missingExamples())
                .as("fields without an example in examples.json")
                .isEmpty();
    }

    @Test
    void everyShapeIsOfSomething() {
        assertThat(Shapes.unused())
                .as("places in shapes.json that are not of the API")
                .isEmpty();
    }

    @Test
    void requestsThatAreShownAreUnderstood() {
        ApiClient client = gateway.client();
        for (String operation : List.of("submitTask", "submitTasks", "createToken", "createProject", "createPool")) {
            String path = operations.stream()
                    .filter(it -> it.id().equals(operation))
                    .findFirst()
                    .orElseThrow()
                    .path();
            present.at("/paths/%s/post/requestBody/content/application~1json/examples"
                            .formatted(path.replace("/", "~1")))
                    .forEach(example -> assertThat(
                                    client.post(path, example.get("value").toString())
                                            .status())
                            .as("%s %s", operation, example)
                            .isIn(200, 201, 409));
        }
    }

    private static JsonNode accepted() throws IOException {
        return Json.MAPPER.readTree(Files.readString(DOCUMENT));
    }
}
