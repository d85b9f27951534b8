package io.signalbox.testkit.infra;

import java.util.Map;
import java.util.Set;

/** A place where parts may be had. */
interface PartSource extends AutoCloseable {

    /** Starts those of the parts that it has, and waits until they are ready. Called at most once. */
    Answer start(Set<Part> parts);

    /** Ends what it started. */
    @Override
    void close();

    /** What came of it. */
    sealed interface Answer {
        /** The addresses; of more parts than were asked for, perhaps. */
        record Started(Map<Part, String> addresses) implements Answer {}

        /** Nothing, and why. */
        record Unavailable(String why) implements Answer {}
    }
}
