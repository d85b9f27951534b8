package io.signalbox.cli.project;

import io.signalbox.cli.desk.Limit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What can be decided about a project. */
final class ProjectOptions {
    @Option(names = "--weight", paramLabel = "N", description = "Its share of slot time, in proportion to others.")
    private @Nullable Integer weight;

    @Option(names = "--cap", paramLabel = "N|none", description = "How many of its attempts may be live at once.")
    private @Nullable Limit cap;

    @Option(names = "--backlog", paramLabel = "N|none", description = "How many of its tasks may wait.")
    private @Nullable Limit backlog;

    /** The body of a change: what was said, and nothing else. */
    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (weight != null) {
            body.put("weight", weight);
        }
        if (cap != null) {
            cap.addTo(body, "cap");
        }
        if (backlog != null) {
            backlog.addTo(body, "backlog");
        }
        return body;
    }
}
