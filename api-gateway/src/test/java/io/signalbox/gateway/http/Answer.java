package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer, with the assertions that every test needs. */
public record Answer(HttpResponse<String> response, JsonMapper mapper) {

    public int status() {
        return response.statusCode();
    }

    /** The body as JSON. */
    public JsonNode json() {
        return mapper.readTree(response.body());
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Asserts the status. */
    public Answer is(int status) {
        assertThat(status())
                .as("status of %s: %s", response.uri(), response.body())
                .isEqualTo(status);
        return this;
    }

    /** Asserts that it is a whole problem of this code, without anything of our insides. */
    public Answer isProblem(int status, String code) {
        is(status);
        JsonNode problem = json();
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.at("/code").asString()).isEqualTo(code);
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/title").asString()).isNotBlank();
        assertThat(problem.at("/detail").asString()).isNotBlank();
        assertThat(problem.at("/requestId").asString()).isNotBlank().isEqualTo(header("X-Request-Id"));
        assertThat(response.body()).doesNotContain("io.signalbox", "java.lang", "Exception", "tools.jackson");
        return this;
    }

    /** Asserts that the problem names this part of the body, and says this about it. */
    public Answer names(String pointer, String detail) {
        assertThat(json().at("/errors")).as(response.body()).anySatisfy(error -> {
            assertThat(error.at("/pointer").asString()).isEqualTo(pointer);
            assertThat(error.at("/detail").asString()).contains(detail);
        });
        return this;
    }
}
