package io.signalbox.cli.fleet.pool;

import io.signalbox.cli.desk.Limit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What can be decided about a pool. */
final class PoolOptions {
    @Option(names = "--strategy", paramLabel = "spread|pack", description = "Which of several runners gets a task.")
    private @Nullable String strategy;

    @Option(names = "--cap", paramLabel = "N|none", description = "How many attempts may be live in it.")
    private @Nullable Limit cap;

    @Option(names = "--pickup-target", paramLabel = "TIME", description = "How long a task should wait at most.")
    private @Nullable Duration pickupTarget;

    @Option(names = "--minimum", paramLabel = "N", description = "Slots that it should have at least.")
    private @Nullable Integer minimum;

    @Option(names = "--maximum", paramLabel = "N|none", description = "Slots that it should have at most.")
    private @Nullable Limit maximum;

    /** The body of a change: what was said, and nothing else. */
    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (strategy != null) {
            body.put("strategy", strategy);
        }
        if (cap != null) {
            cap.addTo(body, "cap");
        }
        if (pickupTarget != null) {
            body.put("pickupTarget", pickupTarget.toString());
        }
        if (minimum != null) {
            body.put("minimumSize", minimum);
        }
        if (maximum != null) {
            maximum.addTo(body, "maximumSize");
        }
        return body;
    }
}
