package io.signalbox.cli.fleet.pool;

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

/** What a registration token allows; what is left out is not limited. */
final class TokenOptions {
    @Option(names = "--name", paramLabel = "TEXT", description = "For people.")
    private @Nullable String name;

    @Option(
            names = {"-t", "--tag"},
            split = ",",
            paramLabel = "TAG",
            description = "Its runners may claim only these.")
    private final List<String> tags = new ArrayList<>();

    @Option(
            names = {"-p", "--project"},
            split = ",",
            paramLabel = "NAME",
            description = "Its runners serve only these.")
    private final List<String> projects = new ArrayList<>();

    @Option(names = "--uses", paramLabel = "N", description = "How many registrations it is good for.")
    private @Nullable Integer uses;

    @Option(
            names = "--address",
            split = ",",
            paramLabel = "RANGE",
            description = "Where its runners are, such as 10.0.0.0/8.")
    private final List<String> addresses = new ArrayList<>();

    @Option(names = "--expires-in", paramLabel = "TIME", description = "It counts no more after this time.")
    private @Nullable Duration expiresIn;

    /** The body of a request for one. */
    ObjectNode body(Instant now) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (name != null) {
            body.put("name", name);
        }
        list(body, "tags", tags);
        list(body, "projects", projects);
        list(body, "addresses", addresses);
        if (uses != null) {
            body.put("uses", uses);
        }
        if (expiresIn != null) {
            body.put(
                    "expiresAt",
                    now.plus(expiresIn).truncatedTo(ChronoUnit.MILLIS).toString());
        }
        return body;
    }

    private static void list(ObjectNode body, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = body.putArray(name);
            values.forEach(list::add);
        }
    }
}
