package io.signalbox.runner.session;

/** The runner's own words for the person who runs it: one line per event, beginning with a verb, with the ids it is about. Thread-safe. */
@FunctionalInterface
public interface RunnerLog {
    /** Writes one line. */
    void say(String line);
}
