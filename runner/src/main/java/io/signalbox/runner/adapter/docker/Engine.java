package io.signalbox.runner.adapter.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.JobPayload.Container;
import io.signalbox.runner.adapter.docker.EngineCall.Answer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.MissingNode;

/** What the runner asks of the container engine (Docker Engine API, 1.41 and later). Every method blocks; thread-safe. */
final class Engine implements Closeable {
    /** The label by which the container of an attempt is found again. */
    static final String LABEL = "io.signalbox.attempt";

    private static final int NOT_FOUND = 404;
    private static final int NOT_CHANGED = 304;
    private static final int NOT_RUNNING = 409;

    private final EngineCall calls;

    Engine(Path socket, ObjectMapper json) {
        this.calls = new EngineCall(socket, json);
    }

    /** Makes sure that the image is there; {@code tell} hears of a pull. */
    void provide(Container wanted, Consumer<String> tell) throws IOException {
        boolean isHere = calls.call(Method.GET, "/images/" + part(wanted.image()) + "/json")
                .isGood();
        boolean pull = switch (wanted.pull()) {
            case ALWAYS -> true;
            case MISSING -> !isHere;
            case NEVER -> {
                if (!isHere) {
                    throw new IOException("image " + wanted.image() + " is not here and is never to be pulled");
                }
                yield false;
            }
        };
        if (pull) {
            tell.accept("Pulling image " + wanted.image());
            pull(wanted.image());
        }
    }

    private void pull(String image) throws IOException {
        boolean exact = image.indexOf('@') >= 0 || image.lastIndexOf(':') > image.lastIndexOf('/');
        Answer answer = calls.call(Method.POST, "/images/create?fromImage=" + query(exact ? image : image + ":latest"));
        // The status is 200 as soon as it begins; how it went stands in the last line.
        if (!answer.isGood() || answer.body().contains("\"error\"")) {
            String last = answer.body().strip().lines().reduce("", (earlier, line) -> line);
            throw new IOException("image " + image + " could not be pulled: " + last);
        }
    }

    /** Makes a container; its id. */
    String create(AttemptId attempt, Map<String, Object> plan) throws IOException {
        Answer answer = calls.post("/containers/create?name=signalbox-" + attempt + "-" + System.nanoTime(), plan);
        return require("made", answer).path("Id").asString();
    }

    void start(String container) throws IOException {
        require("started", calls.call(Method.POST, "/containers/" + container + "/start"));
    }

    /** Blocks until it has ended; its status, or none if there is no such container. */
    OptionalInt await(String container) throws IOException {
        Answer answer = calls.call(Method.POST, "/containers/" + container + "/wait");
        return answer.status() == NOT_FOUND
                ? OptionalInt.empty()
                : OptionalInt.of(require("awaited", answer).path("StatusCode").asInt());
    }

    /** Sends a signal to its first process, if it still runs. */
    void signal(String container, String name) throws IOException {
        Answer answer = calls.call(Method.POST, "/containers/" + container + "/kill?signal=" + name);
        if (answer.status() != NOT_FOUND && answer.status() != NOT_RUNNING) {
            require("signalled", answer);
        }
    }

    /** Ends it if it runs, and removes it if it is there. */
    void remove(String container) throws IOException {
        Answer answer = calls.call(Method.DELETE, "/containers/" + container + "?force=true&v=true");
        // Another removal may be under way.
        if (answer.status() != NOT_FOUND && answer.status() != NOT_RUNNING) {
            require("removed", answer);
        }
    }

    /** The containers of an attempt, whether they run or not. */
    List<String> containers(AttemptId attempt) throws IOException {
        String filter = "{\"label\":[\"" + LABEL + "=" + attempt + "\"]}";
        Answer answer = calls.call(Method.GET, "/containers/json?all=true&filters=" + query(filter));
        var ids = new ArrayList<String>();
        require("listed", answer)
                .forEach(container -> ids.add(container.path("Id").asString()));
        return ids;
    }

    private JsonNode require(String what, Answer answer) throws IOException {
        if (answer.status() == NOT_CHANGED || (answer.isGood() && answer.body().isEmpty())) {
            return MissingNode.getInstance();
        }
        JsonNode body = calls.parse(answer);
        if (!answer.isGood()) {
            throw new IOException("the container could not be " + what + ": the engine answered " + answer.status()
                    + " " + body.path("message").asString(""));
        }
        return body;
    }

    private static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A reference has slashes, which stay. */
    private static String part(String reference) {
        return query(reference).replace("%2F", "/").replace("%3A", ":").replace("%40", "@");
    }

    @Override
    public void close() throws IOException {
        calls.close();
    }
}
