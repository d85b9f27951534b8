package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds every answer that a test gets against the document: its status, and the code of a problem, must be said there of this operation. */
final class DocumentedAnswers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode DOCUMENT = read();
    /** Addresses as patterns; those without a variable are looked at first. */
    private static final Map<String, Pattern> ADDRESSES = DOCUMENT.get("paths").propertyNames().stream()
            .collect(Collectors.toMap(
                    path -> path,
                    DocumentedAnswers::pattern,
                    (one, _) -> one,
                    () -> new TreeMap<>(Comparator.comparing((String path) -> path.contains("{"))
                            .thenComparing(Comparator.naturalOrder()))));

    private DocumentedAnswers() {}

    static void check(HttpResponse<String> response) {
        String method = response.request().method().toLowerCase(Locale.ROOT);
        operation(response.uri().getRawPath(), method).ifPresent(operation -> {
            String status = Integer.toString(response.statusCode());
            JsonNode answer = operation.get("responses").path(status);
            assertThat(answer.isMissingNode())
                    .as("%s says nothing of %s: %s", operation.get("operationId"), status, response.body())
                    .isFalse();
            if (response.statusCode() >= 400) {
                String code = JSON.readTree(response.body()).at("/code").asString();
                assertThat(codes(answer))
                        .as("problems of %s with %s", operation.get("operationId"), status)
                        .contains("\"" + code + "\"");
            }
        });
    }

    private static Optional<JsonNode> operation(String path, String method) {
        return ADDRESSES.entrySet().stream()
                .filter(address -> address.getValue().matcher(path).matches())
                .map(address -> DOCUMENT.get("paths").get(address.getKey()).path(method))
                .filter(operation -> !operation.isMissingNode())
                .findFirst();
    }

    private static String codes(JsonNode answer) {
        JsonNode shared = DOCUMENT.at(answer.get("$ref").asString().substring(1));
        return shared.at("/content/application~1problem+json/schema/allOf/1/properties/code/enum")
                .toString();
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replaceAll("\\{[^}]*}", "[^/]+"));
    }

    private static JsonNode read() {
        try (InputStream in = DocumentedAnswers.class.getResourceAsStream("/openapi.json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
