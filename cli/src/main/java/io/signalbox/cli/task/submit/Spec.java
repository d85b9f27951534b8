package io.signalbox.cli.task.submit;

import io.signalbox.cli.failure.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the body of a submission of what the command line says. What it does not say is left to the server. */
final class Spec {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private final ObjectNode body;
    private final Map<String, String> environment;

    private Spec(ObjectNode body, Map<String, String> environment) {
        this.body = body;
        this.environment = environment;
    }

    /**
     * The body.
     *
     * @param base what a file says; it is changed
     * @param environment variables of this process
     */
    static ObjectNode of(TaskOptions options, ObjectNode base, Map<String, String> environment) {
        var spec = new Spec(base, environment);
        spec.commands(options);
        spec.place(options);
        spec.surroundings(options);
        spec.policies(options);
        if (!base.path("commands").isArray() || base.path("commands").isEmpty()) {
            throw Failure.usage("There is nothing to run: give a command, such as `-- make test`.");
        }
        return base;
    }

    private void commands(TaskOptions options) {
        if (options.words.isEmpty() && options.commands.isEmpty()) {
            return;
        }
        ArrayNode commands = body.putArray("commands");
        options.commands.forEach(commands::add);
        if (!options.words.isEmpty()) {
            commands.add(text(options.words));
        }
    }

    /** Shell text of words: a single one may be any, several are quoted where the shell would read them as something else. */
    static String text(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : words.stream().map(Spec::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private void place(TaskOptions options) {
        String project = options.project == null ? environment.get("SIGNALBOX_PROJECT") : options.project;
        put("project", project);
        put("name", options.name);
        put("pool", options.pool);
        list("tags", options.tags);
        list("secrets", options.secrets);
    }

    private void surroundings(TaskOptions options) {
        options.env.forEach(this::variable);
        options.labels.forEach((key, value) -> object("labels").put(key, value));
        if (options.image != null) {
            body.putObject("executor").put("type", "docker").put("image", options.image);
        } else if (options.noTty) {
            body.putObject("executor").put("type", "shell").put("tty", false);
        }
    }

    private void variable(String text) {
        int end = text.indexOf('=');
        String name = end < 0 ? text : text.substring(0, end);
        String value = end < 0 ? environment.get(name) : text.substring(end + 1);
        if (value == null) {
            throw Failure.usage("--env " + name + " has no value here: say --env " + name + "=VALUE.");
        }
        object("env").put(name, value);
    }

    private void policies(TaskOptions options) {
        if (options.priority != null) {
            body.put("priority", options.priority);
        }
        put("timeout", text(options.timeout));
        put("queueTimeout", text(options.queueTimeout));
        if (options.attempts != null) {
            object("retry").put("maxAttempts", options.attempts);
        }
        if (options.onLost != null) {
            object("onLost").put("policy", options.onLost);
        }
        if (options.concurrencyKey != null) {
            object("concurrency").put("key", options.concurrencyKey);
        }
    }

    private static @Nullable String text(@Nullable Duration time) {
        return time == null ? null : time.toString();
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private void list(String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = body.putArray(name);
            values.forEach(list::add);
        }
    }

    private ObjectNode object(String name) {
        return Optional.of(body.path(name))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(() -> body.putObject(name));
    }
}
