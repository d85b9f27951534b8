package io.signalbox.runner.job;

import io.signalbox.model.relay.JobPayload.Container;
import java.util.Optional;

/**
 * Where the commands of an attempt run.
 *
 * @param console what their output goes to
 * @param container the container that they run in; on the machine itself if there is none
 */
public record Place(Console console, Optional<Container> container) {
    /** On the machine, as a task without a word about it has it. */
    public static final Place USUAL = new Place(Console.TERMINAL, Optional.empty());

    /** What a program finds at its outputs. */
    public enum Console {
        /** A terminal. */
        TERMINAL,
        /** A pipe. */
        PIPE
    }
}
