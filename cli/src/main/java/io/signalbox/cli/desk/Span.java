package io.signalbox.cli.desk;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A time that may be taken away.
 *
 * @param time it; empty: there is none
 */
public record Span(Optional<Duration> time) {

    /** Adds it to a change under this name; null takes it away. */
    public void addTo(ObjectNode body, String name) {
        if (time.isPresent()) {
            body.put(name, time.get().toString());
        } else {
            body.putNull(name);
        }
    }
}
