package io.signalbox.cli.webhook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a new webhook is to be. */
final class WebhookOptions {
    @Parameters(paramLabel = "URL", description = "Where its events are told.")
    private String url = "";

    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            defaultValue = "${env:SIGNALBOX_PROJECT}",
            description = "Whose events; default: SIGNALBOX_PROJECT, else 'default'.")
    private @Nullable String project;

    @Option(
            names = {"-t", "--type"},
            split = ",",
            paramLabel = "TYPE",
            description = "Only events of this type, such as task.passed; may be repeated. Default: all.")
    private final List<String> types = new ArrayList<>();

    @Option(names = "--name", paramLabel = "TEXT", description = "For people.")
    private @Nullable String name;

    /** The body of a request for one. */
    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("url", url);
        if (project != null) {
            body.put("project", project);
        }
        if (name != null) {
            body.put("name", name);
        }
        if (!types.isEmpty()) {
            ArrayNode list = body.putArray("types");
            types.forEach(list::add);
        }
        return body;
    }
}
