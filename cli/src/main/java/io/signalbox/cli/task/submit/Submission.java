package io.signalbox.cli.task.submit;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a submission takes from its surroundings.
 *
 * @param input standard input
 * @param environment variables of this process
 * @param keys gives a new idempotency key at each call (C24)
 * @param folders sends folders along
 */
public record Submission(InputStream input, Map<String, String> environment, Supplier<String> keys, Folders folders) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path STANDARD_INPUT = Path.of("-");

    /** Sends folders along. */
    @FunctionalInterface
    public interface Folders {

        /** Sends it to a project, or the gateway's default one if null, and gives what names it there. */
        String send(@Nullable String project, Path folder) throws InterruptedException;
    }

    /** The call that submits the task; what goes along with it is sent before. */
    Call call(TaskOptions options) throws InterruptedException {
        ObjectNode body = Spec.of(options, base(options.file), environment);
        if (options.send != null) {
            String project =
                    body.path("project").isString() ? body.path("project").asString() : null;
            body.putObject("folder").put("manifest", folders.send(project, options.send));
        }
        return Call.post("tasks").body(body).key(options.key == null ? keys.get() : options.key);
    }

    private ObjectNode base(@Nullable Path file) {
        if (file == null) {
            return JSON.createObjectNode();
        }
        try (InputStream text = file.equals(STANDARD_INPUT) ? input : Files.newInputStream(file)) {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw Failure.usage("--file " + file + " must hold one JSON object: a task.");
        } catch (JacksonException e) {
            throw Failure.usage("--file " + file + " is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Failure.usage("--file " + file + " cannot be read: " + e.getMessage());
        }
    }
}
