package io.signalbox.model.spec;

import java.time.Duration;
import java.util.List;

/**
 * Wider tags for a task that has waited long enough.
 *
 * @param after the wait
 * @param tags the tags required from then on
 */
public record Fallback(Duration after, List<String> tags) {
    public Fallback {
        tags = Defaults.list(tags);
    }
}
