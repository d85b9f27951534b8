package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bad submission is a problem that names the field and the limit, and nothing of it is stored. */
class BadInputTest {
    private static final String TASKS = "/api/v1/tasks";

    private final ApiClient client = RunningGateway.shared().client();
    private final String project = "bad-" + UUID.randomUUID();

    @AfterEach
    void nothingWasStored() {
        assertThat(client.get(TASKS + "?project=" + project).is(200).json().at("/items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"colour":1}                        | 400 | unknown_field | /colour              | not known
                    {"retry":{"colour":1}}              | 400 | unknown_field | /retry/colour        | maxAttempts
                    {"executor":{"type":"shell","x":1}} | 400 | unknown_field | /executor/x          | not known
                    {"name":7}                          | 422 | invalid_spec  | /name                | a string
                    {"priority":"high"}                 | 422 | invalid_spec  | /priority            | a whole number
                    {"priority":1.5}                    | 422 | invalid_spec  | /priority            | a whole number
                    {"commands":"make"}                 | 422 | invalid_spec  | /commands            | an array
                    {"commands":[7]}                    | 422 | invalid_spec  | /commands/0          | a string
                    {"env":[]}                          | 422 | invalid_spec  | /env                 | an object
                    {"timeout":3600}                    | 422 | invalid_spec  | /timeout             | PT90S
                    {"timeout":"1 hour"}                | 422 | invalid_spec  | /timeout             | PT90S
                    {"notBefore":"tomorrow"}            | 422 | invalid_spec  | /notBefore           | ISO 8601
                    {"onLost":{"policy":"hope"}}        | 422 | invalid_spec  | /onLost/policy       | [fail, requeue]
                    {"executor":{"type":"vm"}}          | 422 | invalid_spec  | /executor/type       | known type
                    {"pool":"A B"}                      | 422 | invalid_spec  | /pool                | 1 to 63
                    {"commands":[]}                     | 422 | invalid_spec  | /commands            | at least one
                    {"commands":[""]}                   | 422 | invalid_spec  | /commands/0          | not be empty
                    {"commands":[null]}                 | 422 | invalid_spec  | /commands/0          | not be null
                    {"priority":101}                    | 422 | invalid_spec  | /priority            | from 0 to 100
                    {"name":"a\\u0000b"}                | 422 | invalid_spec  | /name                | control characters
                    {"name":"a\\u001b[31mb"}            | 422 | invalid_spec  | /name                | control characters
                    {"env":{"A B":"x"}}                 | 422 | invalid_spec  | /env/A B             | environment variable
                    """)
    void wrongFieldIsNamed(String fields, int status, String code, String pointer, String detail) {
        String rest = fields.contains("\"commands\"") ? "" : ",\"commands\":[\"true\"]";
        submit(fields.substring(1, fields.length() - 1) + rest)
                .isProblem(status, code)
                .names(pointer, detail);
    }

    @Test
    void tooManyTagsNameTheLimit() {
        String tags = IntStream.range(0, 10_000).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));

        submit("\"commands\":[\"true\"],\"tags\":[" + tags + "]")
                .isProblem(422, "invalid_spec")
                .names("/tags", "at most 50");
    }

    @Test
    void hugeCommandIsTooLarge() {
        Answer answer = submit("\"commands\":[\"" + "x".repeat(10_000_000) + "\"]");

        answer.isProblem(413, "spec_too_large");
        assertThat(answer.json().at("/detail").asString()).contains("1048576");
    }

    @Test
    void longCommandNamesTheLimit() {
        submit("\"commands\":[\"" + "x".repeat(70_000) + "\"]")
                .isProblem(422, "invalid_spec")
                .names("/commands/0", "at most 65536");
    }

    @Test
    void whatIsNotJsonSaysWhere() {
        Answer answer = client.post(TASKS, "{\"commands\":[\"true\"],\n}").isProblem(400, "invalid_json");
        assertThat(answer.json().at("/detail").asString()).contains("line 2");
        client.post(TASKS, "").isProblem(422, "invalid_spec");
        client.post(TASKS, "null").isProblem(422, "invalid_spec");
        client.post(TASKS, "[]").isProblem(422, "invalid_spec");
        client.post(TASKS, "{\"commands\":[\"true\"]} {}").isProblem(422, "invalid_spec");
    }

    @Test
    void doubledFieldIsRefused() {
        submit("\"commands\":[\"true\"],\"commands\":[\"false\"]").isProblem(400, "invalid_json");
    }

    @Test
    void deepNestingIsRefused() {
        submit("\"env\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)).isProblem(422, "invalid_spec");
        submit("\"colour\":" + "[".repeat(100_000)).isProblem(400, "invalid_json");
    }

    @Test
    void otherMediaTypeIsRefused() {
        Answer answer = client.send(client.request(TASKS)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"commands\":[\"true\"]}"))
                .build());

        answer.isProblem(415, "unsupported_media_type");
        assertThat(answer.json().at("/detail").asString()).contains("application/json", "text/plain");
    }

    @Test
    void wrongOrMissingTokenStoresNothing() {
        String body = "{\"project\":\"%s\",\"commands\":[\"true\"]}".formatted(project);
        client.with("sbp_wrong").post(TASKS, body).isProblem(401, "unauthenticated");
        client.with("").post(TASKS, body).isProblem(401, "unauthenticated");
    }

    private Answer submit(String fields) {
        return client.post(TASKS, "{\"project\":\"%s\",%s}".formatted(project, fields));
    }
}
