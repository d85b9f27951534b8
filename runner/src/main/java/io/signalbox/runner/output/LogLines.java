package io.signalbox.runner.output;

import io.signalbox.model.relay.LogEvent;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;

/** Log events as JSON lines. */
public final class LogLines {
    private final ObjectWriter writer;

    public LogLines(ObjectMapper json) {
        this.writer = json.writerFor(LogEvent.class);
    }

    /** The event as JSON without a line end. */
    public byte[] line(LogEvent event) {
        return writer.writeValueAsBytes(event);
    }
}
