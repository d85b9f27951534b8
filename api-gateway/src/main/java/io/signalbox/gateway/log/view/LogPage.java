package io.signalbox.gateway.log.view;

import java.util.List;

/**
 * Some events of a log.
 *
 * @param events in order
 * @param next where to read on
 * @param complete whether the log is sealed and nothing follows this page
 * @param totalEvents events so far, missing ones included
 * @param totalBytes bytes of output so far
 * @param missing what never came
 */
public record LogPage(
        List<LogEntry> events,
        long next,
        boolean complete,
        long totalEvents,
        long totalBytes,
        List<MissingRange> missing) {

    /** Nothing yet. */
    public static LogPage nothingYet() {
        return new LogPage(List.of(), 0, false, 0, 0, List.of());
    }

    /** The log of a task that ended without an attempt. */
    public static LogPage nothingEver() {
        return new LogPage(List.of(), 0, true, 0, 0, List.of());
    }
}
