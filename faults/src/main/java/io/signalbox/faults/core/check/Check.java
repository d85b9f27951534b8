package io.signalbox.faults.core.check;

import io.signalbox.faults.core.history.History;
import java.util.stream.Stream;

/** Looks for one kind of wrong. */
@FunctionalInterface
interface Check {
    /** What is wrong in this history; one line for each. */
    Stream<String> wrongsIn(History history);
}
