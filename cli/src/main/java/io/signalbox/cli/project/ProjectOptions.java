package io.signalbox.cli.project;

import io.signalbox.cli.desk.Limit;
import io.signalbox.cli.desk.Span;
import java.time.Duration;
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

    @Option(names = "--retention", paramLabel = "TIME", description = "How long tasks are kept after their end.")
    private @Nullable Duration retention;

    @Option(
            names = "--log-retention",
            paramLabel = "TIME|none",
            description = "How long their logs are kept; none: as long as the tasks.")
    private @Nullable Span logRetention;

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
        if (retention != null) {
            body.put("retention", retention.toString());
        }
        if (logRetention != null) {
            logRetention.addTo(body, "logRetention");
        }
        return body;
    }
}
