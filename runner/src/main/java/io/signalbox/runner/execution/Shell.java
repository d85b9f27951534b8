package io.signalbox.runner.execution;

import java.io.IOException;
import java.time.Duration;

/**
 * One shell in which commands run one after the other, so that folder, variables and functions live on between them. Everything but {@link #stop}
 * is called by one thread.
 */
public interface Shell extends AutoCloseable {
    /** Runs one command and blocks until it has ended and its whole output has reached the transcript. */
    CommandEnd run(String directive) throws IOException;

    /**
     * Asks everything that the shell started to end, and kills what has not after {@code grace}. Blocks until nothing is left; callable from any
     * thread, also after the end.
     */
    void stop(Duration grace);

    /** Ends the shell if it lives, then what it left running. Blocks; the output is complete afterwards. */
    @Override
    void close();
}
