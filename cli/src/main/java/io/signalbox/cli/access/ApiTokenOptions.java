package io.signalbox.cli.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a token of the API is to allow. */
final class ApiTokenOptions {
    @Option(names = "--name", required = true, paramLabel = "TEXT", description = "For people.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "viewer|submitter|operator|owner|admin",
            description = "What it may do.")
    private String role = "";

    @Option(
            names = {"-p", "--project"},
            split = ",",
            paramLabel = "NAME",
            description = "In these projects; default: in all.")
    private final List<String> projects = new ArrayList<>();

    @Option(names = "--expires-in", paramLabel = "TIME", description = "It counts no more after this time.")
    private @Nullable Duration expiresIn;

    @Option(names = "--decoy", description = "A bait: it opens nothing, and its use sounds an alarm.")
    private boolean decoy;

    /** The body of a request for one. */
    ObjectNode body(Instant now) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("name", name).put("role", role);
        if (!projects.isEmpty()) {
            ArrayNode list = body.putArray("projects");
            projects.forEach(list::add);
        }
        if (expiresIn != null) {
            body.put(
                    "expiresAt",
                    now.plus(expiresIn).truncatedTo(ChronoUnit.MILLIS).toString());
        }
        return decoy ? body.put("decoy", true) : body;
    }
}
